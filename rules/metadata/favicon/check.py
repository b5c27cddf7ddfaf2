"""Look for an icon that pages name, and for the one that browsers ask for themselves."""

from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.well_known import WellKnown


def check(has_icon: Each[bool], favicon_ico: WellKnown) -> Iterator[Verdict]:
    if not has_icon:
        return
    first = Place(url=min(has_icon, key=len))
    if any(has_icon.values()) or favicon_ico.status == 200:
        yield Passed(first, "there")
    elif favicon_ico.status in (404, 410):
        yield Failed(first, "none")
