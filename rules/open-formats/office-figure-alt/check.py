"""Count the pictures and charts that have no words."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.odf import OdfReport
from govlint.facts.ooxml import OoxmlReport


def check(signature: str, odf: OdfReport | None = None, ooxml: OoxmlReport | None = None) -> Iterator[Verdict]:
    report = odf or ooxml
    if report is None or not report.pictures:
        return
    if report.undescribed:
        yield Failed("", "bare", bare=report.undescribed, count=report.pictures, name=report.first_undescribed)
    else:
        yield Passed("", "described", count=report.pictures)
