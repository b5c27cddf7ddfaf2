"""Read what reached beyond a window of 320 CSS pixels."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Failed, Passed, Place, Verdict

# CSS pixels of overflow that nobody notices, from rounding and shadows.
UNNOTICED = 5


def check(layout: dict[str, Any]) -> Iterator[Verdict]:
    reflow = layout["reflow"]
    overflow = reflow["scroll_width"] - reflow["width"]
    culprits = [found for found in reflow["culprits"] if found["right"] - reflow["width"] > UNNOTICED]
    cut = [found for found in reflow.get("cut", []) if not found.get("ellipsis")]
    if overflow > UNNOTICED:
        for found in culprits:
            yield Failed(Place(found["selector"], excerpt=found["html"]), "too-wide", right=found["right"])
        if not culprits and not reflow.get("excepted"):
            yield CantTell("html", "scrolls", width=reflow["scroll_width"])
    for found in cut:
        yield CantTell(Place(found["selector"], excerpt=found["html"]), "cut", text=found["text"])
    if overflow <= UNNOTICED and not cut:
        yield Passed("html", "fits")
