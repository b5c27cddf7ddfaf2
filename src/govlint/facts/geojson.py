"""A linked GeoJSON file: where its positions lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..evidence.fact import Inapplicable, fact
from .json_document import Parsed

TYPES = ("FeatureCollection", "Feature", "GeometryCollection", "Point", "MultiPoint", "LineString", "MultiLineString",
         "Polygon", "MultiPolygon")  # fmt: skip
MOST_POSITIONS = 20_000
# Longitude and latitude between which the United Kingdom lies, its islands included.
UK_LONGITUDE, UK_LATITUDE = (-9.0, 2.0), (49.0, 61.5)


@dataclass(frozen=True, slots=True)
class GeoJson:
    """`outside` is the first position that is no longitude and latitude; `swapped` the first of a file whose
    positions all fall on the United Kingdom only when read the other way round. `crs` names a reference system."""

    type: str
    positions: int = 0
    outside: tuple[float, float] | None = None
    swapped: tuple[float, float] | None = None
    crs: str = ""
    features_without_geometry: int = 0


@fact
def geojson(json_document: Parsed, promised: str, media_type: str) -> GeoJson:
    """The report of a linked GeoJSON file."""
    value = json_document.value
    if not isinstance(value, dict):
        raise Inapplicable("this is no GeoJSON")
    said = promised == "geojson" or media_type == "application/geo+json"
    if not said and not (value.get("type") in ("FeatureCollection", "Feature") and ("features" in value or "geometry" in value)):
        raise Inapplicable("this is no GeoJSON")
    return _report(value)


def _report(value: dict[str, Any]) -> GeoJson:
    positions = list(_positions(value))
    outside = next((p for p in positions if not (-180 <= p[0] <= 180 and -90 <= p[1] <= 90)), None)
    swapped = bool(positions) and all(in_uk(y, x) and not in_uk(x, y) for x, y in positions)
    features = value.get("features")
    bare = sum(1 for f in features if isinstance(f, dict) and "geometry" not in f) if isinstance(features, list) else 0
    return GeoJson(
        type=str(value.get("type", ""))[:80],
        positions=len(positions),
        outside=outside,
        swapped=positions[0] if swapped else None,
        crs=_crs(value.get("crs")),
        features_without_geometry=bare,
    )


def in_uk(longitude: float, latitude: float) -> bool:
    """Whether a position lies where the United Kingdom is."""
    return UK_LONGITUDE[0] <= longitude <= UK_LONGITUDE[1] and UK_LATITUDE[0] <= latitude <= UK_LATITUDE[1]


def _crs(said: Any) -> str:
    properties = said.get("properties") if isinstance(said, dict) else None
    return str(properties.get("name", "unnamed"))[:80] if isinstance(properties, dict) else ""


def _positions(value: Any) -> Iterator[tuple[float, float]]:
    """The first 20,000 pairs of numbers at the bottom of each `coordinates`."""
    found = 0
    waiting: list[tuple[Any, bool]] = [(value, False)]
    while waiting and found < MOST_POSITIONS:
        item, inside = waiting.pop()
        if isinstance(item, dict):
            waiting.extend((v, k == "coordinates") for k, v in reversed(item.items()) if k in ("features", "geometry", "geometries", "coordinates"))
        elif isinstance(item, list) and inside and len(item) >= 2 and all(_is_number(n) for n in item[:2]):
            found += 1
            yield float(item[0]), float(item[1])
        elif isinstance(item, list):
            waiting.extend((v, inside) for v in reversed(item))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
