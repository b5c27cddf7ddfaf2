"""Read what scripts did in the name of a focus event."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict
from govlint.facts.trail import place_of


def check(focus_trail: dict[str, Any]) -> Iterator[Verdict]:
    changes = focus_trail.get("context_changes", [])
    for change in changes:
        yield Failed(place_of(focus_trail, change["selector"]), "changes", what=change["what"])
    if focus_trail["stops"] and not changes:
        yield Passed("html", "quiet")
