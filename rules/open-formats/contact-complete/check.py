"""Name what a card lacks."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.content_lines import ContentLines


def check(contacts: ContentLines) -> Iterator[Verdict]:
    for fault in contacts.faults:
        yield Failed(Place(f"line {fault.line}", fault.line), "fault", line=fault.line, fault=fault.text)
    if not contacts.utf8:
        yield Failed("", "encoding")
    if not contacts.faults and contacts.utf8:
        yield Passed("", "whole", cards=contacts.parts.get("VCARD", 0))
