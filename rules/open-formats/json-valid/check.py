"""Say whether the file could be parsed."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.json_document import Parsed


def check(json_document: Parsed) -> Iterator[Verdict]:
    if json_document.fault:
        yield Failed(Place(f"line {json_document.line}", json_document.line), "broken", line=json_document.line, fault=json_document.fault)
    else:
        yield Passed("", "valid")
