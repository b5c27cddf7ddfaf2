"""Count the pictures and charts that have no words."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.odf import OdfReport
from govlint.facts.ooxml import OoxmlReport


def check(signature: str, odf: OdfReport | None = None, ooxml: OoxmlReport | None = None) -> Iterator[Verdict]:
    report = odf or ooxml
    if report is None or not report.pictures:
        return
    bare = report.undescribed
    if bare:
        yield Failed("", "bare", bare=len(bare), count=report.pictures, name=bare[0])
    else:
        yield Passed("", "described", count=report.pictures)
