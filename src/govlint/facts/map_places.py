"""A linked KML, GML or GPX file: where its positions lie, and in which reference system they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, fact
from .geojson import MOST_POSITIONS, in_uk
from .signatures import refuse_other
from .xml_document import XmlReport
from .xml_events import local, read_xml

GML = "http://www.opengis.net/gml"
# Names of WGS 84 and ETRS89, the systems that government chose for places.
_WORLD = re.compile(r"(?:^|[:/#])(?:4326|4258|4979|4937|CRS:?84|OGC:?84)$|CRS84", re.IGNORECASE)
_GEOMETRIES = ("Point", "LineString", "Curve", "Polygon", "Surface", "MultiPoint", "MultiCurve", "MultiSurface", "MultiLineString",
               "MultiPolygon", "MultiGeometry", "Envelope")  # fmt: skip


@dataclass(frozen=True, slots=True)
class MapPlaces:
    """`outside` is the first position that is no longitude and latitude, `swapped` the first of a file whose positions
    all fall on the United Kingdom only when read the other way round; both as written. `system` is the first reference
    system that is neither WGS 84 nor ETRS89, `unnamed` tells that no geometry names one. Positions of GML are counted
    and not read: their order depends on the system."""

    kind: str
    positions: int = 0
    outside: str = ""
    swapped: str = ""
    system: str = ""
    unnamed: bool = False


@fact
def map_places(document: bytes, signature: str, promised: str, xml_document: XmlReport) -> MapPlaces:
    """The report of a linked KML, GML or GPX file."""
    refuse_other(signature, "kml", "gpx", "xml")
    if xml_document.fault or xml_document.entities:
        raise Inapplicable("the file is not well-formed")
    if signature == "xml":
        return _gml(document, promised)
    pairs = _kml(document) if signature == "kml" else _gpx(document)
    numbers = [found for _, found in pairs if found]
    outside = next((text for text, found in pairs if not found or not (abs(found[0]) <= 180 and abs(found[1]) <= 90)), "")
    swapped = bool(numbers) and all(in_uk(y, x) and not in_uk(x, y) for x, y in numbers)
    return MapPlaces(signature, len(pairs), outside, pairs[0][0] if swapped else "")


Pairs = list[tuple[str, tuple[float, float] | None]]


def _kml(body: bytes) -> Pairs:
    """Each position of `coordinates`, as written and as longitude and latitude."""
    pairs: Pairs = []
    words: list[str] = []
    inside = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal inside
        inside = local(name) == "coordinates"
        words.clear()

    def end(name: str) -> None:
        nonlocal inside
        if inside and local(name) == "coordinates":
            for text in "".join(words).split()[: MOST_POSITIONS - len(pairs)]:
                pairs.append((text[:60], _numbers(text.split(",")[:2])))
        inside = False

    read_xml(body, start, end, lambda text: words.append(text) if inside else None)
    return pairs


def _gpx(body: bytes) -> Pairs:
    pairs: Pairs = []

    def start(name: str, said: dict[str, str]) -> None:
        if local(name) in ("wpt", "trkpt", "rtept") and len(pairs) < MOST_POSITIONS:
            lat, lon = said.get("lat", ""), said.get("lon", "")
            pairs.append((f"lat={lat} lon={lon}"[:60], _numbers([lon, lat])))

    read_xml(body, start)
    return pairs


def _numbers(texts: list[str]) -> tuple[float, float] | None:
    try:
        return float(texts[0]), float(texts[1])
    except (ValueError, IndexError):
        return None


def _gml(body: bytes, promised: str) -> MapPlaces:
    systems: list[str] = []
    geometries = 0

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal geometries
        if not name.startswith(GML):
            return
        geometries += local(name) in _GEOMETRIES
        if said.get("srsName"):
            systems.append(said["srsName"])

    read_xml(body, start)
    if not geometries and promised != "gml":
        raise Inapplicable("this is no GML")
    other = next((s for s in systems if not _WORLD.search(s)), "")
    return MapPlaces("gml", geometries, system=other[:80], unnamed=not systems)
