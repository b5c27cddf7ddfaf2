"""Name the times of a calendar that have no zone or cannot be."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Place, Verdict
from govlint.facts.line_form import EventTimes


def check(event_times: EventTimes) -> Iterator[Verdict]:
    for fault in event_times.faults:
        yield Failed(Place(f"line {fault.line}", fault.line), "fault", line=fault.line, fault=fault.text)
    if event_times.floating:
        yield CantTell(Place(f"line {event_times.floating}", event_times.floating), "floating", line=event_times.floating)
    elif event_times.times and not event_times.faults:
        yield Passed("", "zoned", times=event_times.times)
