"""Measure the part of the title that is the page's own: what stands before the name of the service."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict

SHORTEST = 4  # characters; "Fees" tells, "Hi" does not
LONGEST = 65  # what search results show, by the content design guidance
SEPARATOR = re.compile(r"\s[-–—|·:]\s")
PREFIX = re.compile(r"^(error|gwall):\s*", re.IGNORECASE)


def check(title: str) -> Iterator[Verdict]:
    if not title:
        return
    own = SEPARATOR.split(PREFIX.sub("", title))[0]
    if len(title) < SHORTEST:
        yield Failed("head > title", "short", title=title, length=len(title))
    elif len(own) > LONGEST:
        yield Failed("head > title", "long", length=len(own))
    else:
        yield Passed("head > title", "fits")
