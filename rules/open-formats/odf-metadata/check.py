"""Read the title of the metadata and the language of the default style."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.odf import OdfReport


def check(odf: OdfReport) -> Iterator[Verdict]:
    if odf.locked or odf.broken:
        return
    yield Passed("", "titled", title=odf.title) if odf.title else Failed("", "untitled")
    yield Passed("", "language", language=odf.language) if odf.language else Failed("", "no-language")
