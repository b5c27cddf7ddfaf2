"""Count the rings that are not as GeoJSON has them."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.rings import Rings


def check(rings: Rings) -> Iterator[Verdict]:
    kinds = (("open", rings.open, rings.first_open), ("backward", rings.backward, rings.first_backward), ("bare", rings.bare, rings.first_bare))
    wrong = [Failed(Place(f"feature {number}"), key, count=count, number=number) for key, count, number in kinds if count]
    yield from wrong
    if rings.rings and not wrong:
        yield Passed("", "right", count=rings.rings)
