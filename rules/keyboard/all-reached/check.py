"""Read what a mouse can use and Tab did not reach."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Place, Verdict


def check(focus_trail: dict[str, Any]) -> Iterator[Verdict]:
    unreached = focus_trail["unreached"]
    for found in unreached:
        yield Failed(Place(found["selector"], excerpt=found["html"]), "unreached", why=found["why"])
    # A trail that was cut short says nothing of the rest.
    if not unreached and focus_trail["escaped"] and focus_trail["stops"]:
        yield Passed("html", "reached")
