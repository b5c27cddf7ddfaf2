"""Read what text was cut off when it was spaced as WCAG 1.4.12 says."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Failed, Passed, Place, Verdict


def check(layout: dict[str, Any]) -> Iterator[Verdict]:
    found = layout["clipped"]["text_spacing"]
    for cut in found:
        place = Place(cut["selector"], excerpt=cut["html"])
        text = cut.get("text", "")
        yield CantTell(place, "shortened", text=text) if cut.get("ellipsis") else Failed(place, "cut", text=text)
    if not found:
        yield Passed("html", "whole")
