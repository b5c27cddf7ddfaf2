"""Read from the trail whether each stop changed its look when it took focus."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.trail import place_of

# What takes focus inside these is another document, or drawn by the browser.
OWN_FOCUS = frozenset({"iframe", "frame", "object", "embed", "video", "audio"})


def check(focus_trail: dict[str, Any]) -> Iterator[Verdict]:
    sound = bool(focus_trail["details"])
    for stop in focus_trail["details"]:
        if stop["tag"] in OWN_FOCUS or stop.get("caret") or stop["changed"]:
            continue
        # Focus that a script took away at once has another rule.
        if not stop.get("keeps", True):
            continue
        sound = False
        if stop["visible"]:
            yield Failed(place_of(focus_trail, stop["selector"]), "unchanged")
        else:
            yield CantTell(place_of(focus_trail, stop["selector"]), "unseen")
    if sound:
        yield Passed("html", "seen")
