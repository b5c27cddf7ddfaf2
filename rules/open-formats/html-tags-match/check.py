"""Name the tags that do not belong together."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.tags import Tags

MOST = 3  # faults named on one page: the first often brings the others about


def check(tags: Tags) -> Iterator[Verdict]:
    faults = [fault for fault in tags.faults if fault.kind != "twice"]
    for fault in faults[:MOST]:
        yield Failed(Place(f"line {fault.line}", fault.line, fault.column), fault.kind, name=fault.name)
    if tags.count and not faults:
        yield Passed("", "match", count=tags.count)
