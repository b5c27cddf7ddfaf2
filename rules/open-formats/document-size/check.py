"""Weigh the documents that people read; data are as large as they are."""

from collections.abc import Iterator

from govlint import CantTell, Passed, Verdict
from govlint.facts.formats import DRAWING, FORMATS, PICTURE, SLIDES, TEXT

READ = (TEXT, SLIDES, DRAWING, PICTURE)
LARGE = 10_000_000  # bytes; at 1.5 Mbit a second, which a weak mobile line has, nearly a minute


def check(signature: str, size: int) -> Iterator[Verdict]:
    if signature in FORMATS and FORMATS[signature].kind in READ:
        yield CantTell("", "large", size=round(size / 1e6)) if size > LARGE else Passed("", "small", size=round(size / 1e6, 1))
