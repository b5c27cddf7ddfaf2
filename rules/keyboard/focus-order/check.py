"""Compare the places of stops that follow each other."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Passed, Verdict
from govlint.facts.trail import place_of

# CSS pixels. Less may be two controls of one line that stand at different heights.
LEAST_JUMP = 100


def check(focus_trail: dict[str, Any]) -> Iterator[Verdict]:
    shown = [stop for stop in focus_trail["details"] if stop["visible"] and stop["box"][2] > 1 and stop["box"][3] > 1]
    follows = len(shown) > 1
    for before, stop in zip(shown, shown[1:], strict=False):
        distance = jump(before["box"], stop["box"])
        if distance > LEAST_JUMP:
            follows = False
            yield CantTell(place_of(focus_trail, stop["selector"]), "jumps", distance=round(distance))
    if follows:
        yield Passed("html", "follows")


def jump(before: list[float], box: list[float]) -> float:
    """How far up the second box lies, unless it stands to the right of the first as the next column does."""
    if box[0] >= before[0] + before[2]:
        return 0
    return before[1] - (box[1] + box[3])
