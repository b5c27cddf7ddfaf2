"""Say whether the file could be parsed."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Place, Verdict
from govlint.facts.xml_document import XmlReport


def check(xml_document: XmlReport) -> Iterator[Verdict]:
    report = xml_document
    if report.entities:
        yield CantTell("", "entities")
    elif report.fault:
        yield Failed(Place(f"line {report.line}", report.line), "broken", line=report.line, fault=report.fault)
    else:
        yield Passed("", "well-formed")
