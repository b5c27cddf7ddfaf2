"""The shapes of a linked GeoJSON file: whether rings are closed and run the right way round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..evidence.fact import Inapplicable, fact
from .geojson import MOST_POSITIONS, GeoJson
from .json_document import Parsed

FEWEST = 4  # positions of a ring, the last the same as the first: RFC 7946, 3.1.6


@dataclass(frozen=True, slots=True)
class Rings:
    """How many rings were looked at; of each kind of fault the count, and the number of the first feature with one."""

    rings: int = 0
    open: int = 0
    first_open: int = 0
    backward: int = 0
    first_backward: int = 0
    bare: int = 0
    first_bare: int = 0


@fact
def rings(json_document: Parsed, geojson: GeoJson) -> Rings:
    """The rings of the polygons of a linked GeoJSON file."""
    value = json_document.value
    if not isinstance(value, dict):
        raise Inapplicable("this is no GeoJSON")
    features = value.get("features") if isinstance(value.get("features"), list) else [value]
    counted = {"rings": 0, "open": 0, "backward": 0, "bare": 0}
    first: dict[str, int] = {}
    looked_at = 0

    def note(kind: str, number: int) -> None:
        counted[kind] += 1
        first.setdefault(f"first_{kind}", number)

    for number, feature in enumerate(features, 1):
        if looked_at >= MOST_POSITIONS:
            break
        if isinstance(feature, dict) and feature.get("type") == "Feature" and not {"geometry", "properties"} <= feature.keys():
            note("bare", number)
        for place, ring in _rings(feature):
            positions = _positions(ring)
            if positions is None:
                continue
            looked_at += len(positions)
            counted["rings"] += 1
            if len(positions) < FEWEST or positions[0] != positions[-1]:
                note("open", number)
            elif (_area(positions) < 0) != (place > 0) and _area(positions):
                note("backward", number)
    return Rings(**counted, **first)


def _rings(value: Any) -> Iterator[tuple[int, Any]]:
    """Each ring with its place in its polygon: the first is the border, others are holes."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, dict):
            continue
        waiting.extend(item[key] for key in ("geometry",) if key in item)
        inner = item.get("geometries")
        waiting.extend(inner if isinstance(inner, list) else ())
        found = item.get("coordinates")
        if not isinstance(found, list):
            continue
        polygons = [found] if item.get("type") == "Polygon" else found if item.get("type") == "MultiPolygon" else []
        for polygon in polygons:
            yield from enumerate(polygon if isinstance(polygon, list) else ())


def _positions(ring: Any) -> list[tuple[float, float]] | None:
    if not isinstance(ring, list) or not all(isinstance(p, list) and len(p) >= 2 for p in ring):
        return None
    numbers = all(isinstance(n, int | float) and not isinstance(n, bool) for p in ring for n in p[:2])
    return [(p[0], p[1]) for p in ring] if numbers else None


def _area(ring: list[tuple[float, float]]) -> float:
    """Twice the area that a ring encloses; positive where it runs against the clock."""
    # From the first position on, so that a small field far from 0, 0 is not lost in rounding.
    x0, y0 = ring[0]
    moved = [(x - x0, y - y0) for x, y in ring]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(moved, moved[1:], strict=False))
