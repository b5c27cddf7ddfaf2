"""Name the tags that say an attribute twice."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.tags import Tags


def check(tags: Tags) -> Iterator[Verdict]:
    twice = [fault for fault in tags.faults if fault.kind == "twice"]
    for fault in twice:
        place = Place(f"line {fault.line}", fault.line, fault.column)
        yield Failed(place, "twice", name=fault.name, attribute=fault.other)
    if tags.count and not twice:
        yield Passed("", "once", count=tags.count)
