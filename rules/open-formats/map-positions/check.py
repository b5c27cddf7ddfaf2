"""Look where the positions of a map lie."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.map_places import MapPlaces


def check(map_places: MapPlaces) -> Iterator[Verdict]:
    found = map_places
    if not found.positions:
        return
    if found.outside:
        yield Failed("", "outside", position=found.outside)
    elif found.swapped:
        yield Failed("", "swapped", position=found.swapped)
    elif found.system:
        yield CantTell("", "system", system=found.system)
    elif found.unnamed:
        yield CantTell("", "unnamed")
    else:
        yield Passed("", "right", count=found.positions)
