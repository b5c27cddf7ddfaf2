"""Read from the trail whether something lay over a stop that had focus."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict
from govlint.facts.trail import place_of


def check(focus_trail: dict[str, Any]) -> Iterator[Verdict]:
    covered = [stop for stop in focus_trail["details"] if stop["obscured"]]
    for stop in covered:
        yield Failed(place_of(focus_trail, stop["selector"]), "covered")
    if focus_trail["details"] and not covered:
        yield Passed("html", "clear")
