"""Read what text was cut off when the page was zoomed to 200%, or its text alone enlarged."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Failed, Passed, Place, Verdict


def check(layout: dict[str, Any]) -> Iterator[Verdict]:
    found = layout["clipped"]["text_200"]
    for cut in found:
        place = Place(cut["selector"], excerpt=cut["html"])
        text = cut.get("text", "")
        if cut.get("ellipsis"):
            yield CantTell(place, "shortened", text=text)
        elif cut.get("by") == "text":
            yield CantTell(place, "cut-larger", text=text)
        else:
            yield Failed(place, "cut", text=text)
    if not found:
        yield Passed("html", "whole")
