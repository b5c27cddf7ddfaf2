"""Look where the positions lie."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.geojson import GeoJson

# Names of WGS 84 with longitude first: said without need, and harmless.
WGS84 = re.compile(r"CRS:*84|4326", re.IGNORECASE)


def check(geojson: GeoJson) -> Iterator[Verdict]:
    wrong = geojson.outside or geojson.swapped
    if geojson.outside:
        yield Failed("", "outside", x=wrong[0], y=wrong[1])
    elif geojson.swapped:
        yield Failed("", "swapped", x=wrong[0], y=wrong[1])
    elif geojson.crs and not WGS84.search(geojson.crs):
        yield Failed("", "crs", crs=geojson.crs)
    elif geojson.positions:
        yield Passed("", "right", count=geojson.positions)
