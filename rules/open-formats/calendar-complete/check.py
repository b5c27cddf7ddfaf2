"""Name what a calendar lacks."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.content_lines import ContentLines


def check(calendar: ContentLines) -> Iterator[Verdict]:
    for fault in calendar.faults:
        yield Failed(Place(f"line {fault.line}", fault.line), "fault", line=fault.line, fault=fault.text)
    if not calendar.utf8:
        yield Failed("", "encoding")
    if not calendar.faults and calendar.utf8:
        yield Passed("", "whole", events=calendar.parts.get("VEVENT", 0))
