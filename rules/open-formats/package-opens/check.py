"""Open the package, and read the parts that office programs read first."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.odf import OdfReport
from govlint.facts.ooxml import OoxmlReport


def check(package_fault: str, odf: OdfReport | None = None, ooxml: OoxmlReport | None = None) -> Iterator[Verdict]:
    report = odf or ooxml
    broken = report.broken if report else ()
    if package_fault:
        yield Failed("", "broken", fault=package_fault)
    for part in broken:
        yield Failed("", "part", name=part.name, fault=part.fault)
    if not package_fault and not broken:
        yield Passed("", "opens")
