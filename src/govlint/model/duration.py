"""A length of time as people write it: 90s, 30m, 2h, 7d, 1w."""

from __future__ import annotations

import re

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 24 * 3600, "w": 7 * 24 * 3600}


class BadDuration(ValueError):
    """This is no length of time; the text says what to write."""


def seconds(text: str) -> int:
    """The seconds that a text such as 2h stands for; raises BadDuration."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*([smhdw])\s*", text, re.ASCII)
    if not found or not int(found[1]):
        raise BadDuration(f"{text!r} is no length of time; write a whole number and s, m, h, d or w, as 30m, 2h or 7d.")
    return int(found[1]) * UNITS[found[2]]
