"""Read from the trail which stops lost focus again at once."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict
from govlint.facts.trail import place_of


def check(focus_trail: dict[str, Any]) -> Iterator[Verdict]:
    lost = [stop for stop in focus_trail["details"] if not stop.get("keeps", True)]
    for stop in lost:
        yield Failed(place_of(focus_trail, stop["selector"]), "lost")
    if focus_trail["details"] and not lost:
        yield Passed("html", "kept")
