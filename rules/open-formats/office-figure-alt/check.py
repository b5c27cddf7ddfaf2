"""Count the pictures and charts that have no words."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.odf import OdfReport
from govlint.facts.ooxml import OoxmlReport


def check(signature: str, odf: OdfReport | None = None, ooxml: OoxmlReport | None = None) -> Iterator[Verdict]:
    report = odf or ooxml
    if report is None or not report.pictures:
        return
    said = {"bare": report.undescribed, "count": report.pictures, "name": report.first_undescribed}
    if report.undescribed and report.old:
        yield CantTell("", "old", **said, changed=report.changed)
    elif report.undescribed:
        yield Failed("", "bare", **said)
    else:
        yield Passed("", "described", count=report.pictures)
