"""Read the colour as far as its form; whether a name is one of CSS's is looked up for the common ones."""

import re
from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.metadata import Meta

HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})$", re.IGNORECASE)
FUNCTION = re.compile(r"(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(.+\)$", re.IGNORECASE)
NAMES = {"white", "black", "navy", "blue", "red", "green", "transparent", "teal", "purple", "gray", "grey", "silver", "maroon", "currentcolor"}


def check(metas: tuple[Meta, ...]) -> Iterator[Verdict]:
    for meta in metas:
        if meta.name != "theme-color":
            continue
        if HEX.match(meta.content) or FUNCTION.match(meta.content) or meta.content.lower() in NAMES:
            yield Passed(meta.at, "read")
        elif meta.content.isalpha():
            yield CantTell(meta.at, "unreadable", content=meta.content)
        else:
            yield Failed(meta.at, "unreadable", content=meta.content)
