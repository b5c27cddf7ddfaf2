"""Read the trail that focus left while Tab was pressed again and again."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.trail import place_of


def check(focus_trail: dict[str, Any]) -> Iterator[Verdict]:
    trap, stops = focus_trail.get("trap", []), focus_trail["stops"]
    if not stops:
        return
    if trap:
        yield Failed(place_of(focus_trail, trap[0]), "trapped", count=len(trap))
    elif focus_trail["escaped"]:
        yield Passed("html", "free")
    elif focus_trail["presses"] < focus_trail["controls"]:
        yield CantTell(place_of(focus_trail, stops[-1]), "too-long", presses=focus_trail["presses"])
    else:
        yield CantTell(place_of(focus_trail, stops[-1]), "in-dialog")
