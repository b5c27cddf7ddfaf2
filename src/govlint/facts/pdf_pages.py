"""The pages of a PDF: which are pictures without text, which fonts are missing, in which order Tab goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Stream

from .pdf_values import dictionary, identity, items, name, number

MOST_PAGES = 500  # pages looked at; the number of pages is always whole
MOST_OBJECTS = 200  # fonts or pictures of one page
MOST_DRAWING = 100_000_000  # bytes of drawing read in all
DEEPEST_FORM = 5
SCAN_PIXELS = 400_000  # an A4 page at 72 dots an inch has 595 x 842 = 500,990

_SHOWS_TEXT = re.compile(rb"[\])>]\s*T[jJ]\b|[\])>]\s*['\"]")
_INVISIBLE_TEXT = re.compile(rb"\b3\s+Tr\b")


@dataclass(frozen=True, slots=True)
class Pages:
    """`pictures_only` and `without_tab_order` are page numbers from 1; `missing_fonts` names of fonts not embedded."""

    count: int = 0
    looked_at: int = 0
    pictures_only: tuple[int, ...] = ()
    without_tab_order: tuple[int, ...] = ()
    missing_fonts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Budget:
    left: int = MOST_DRAWING


def look_at(opened: pikepdf.Pdf) -> Pages:
    """What the first 500 pages show."""
    count = len(opened.pages)
    budget = _Budget()
    pictures, untabbed = [], []
    missing: set[str] = set()
    fonts_seen: set[tuple[int, int]] = set()
    looked_at = min(count, MOST_PAGES)
    for index in range(looked_at):
        if budget.left <= 0:  # a page that is not read would look like a picture without text
            looked_at = index
            break
        page = opened.pages[index].obj
        resources = _inherited(page, "/Resources")
        drawings = _drawings(page.get("/Contents"), budget)
        if _is_picture(resources, drawings, budget):
            pictures.append(index + 1)
        if _has_stops(page) and name(page.get("/Tabs")) not in ("S", "W"):
            untabbed.append(index + 1)
        missing.update(_missing_fonts(resources, drawings, fonts_seen))
    return Pages(count, looked_at, tuple(pictures), tuple(untabbed), tuple(sorted(missing)))


def _is_picture(resources: Any, drawings: bytes, budget: _Budget) -> bool:
    """Whether a page shows a picture of the size of a page and no letter at all."""
    if _SHOWS_TEXT.search(drawings):
        return False
    pixels, seen = 0, set()
    waiting = [(resources, 0)]
    while waiting:
        table, depth = waiting.pop()
        for thing in _values(table.get("/XObject")):
            mark, kind = identity(thing), name(dictionary(thing).get("/Subtype"))
            if not isinstance(thing, Stream) or mark in seen:
                continue
            seen.add(mark)
            if kind == "Image":
                pixels += number(thing.get("/Width")) * number(thing.get("/Height"))
            elif kind == "Form" and depth < DEEPEST_FORM and len(seen) < MOST_OBJECTS:
                if _SHOWS_TEXT.search(_drawings(thing, budget)):
                    return False
                waiting.append((dictionary(thing.get("/Resources")), depth + 1))
    return pixels >= SCAN_PIXELS


def _drawings(contents: Any, budget: _Budget) -> bytes:
    pieces = []
    for stream in items(contents, MOST_OBJECTS):
        if not isinstance(stream, Stream) or budget.left <= 0:
            continue
        try:
            drawn = stream.read_bytes()
        except pikepdf.PdfError:
            continue
        budget.left -= len(drawn)
        pieces.append(drawn)
    return b"\n".join(pieces)


def _missing_fonts(resources: Any, drawings: bytes, seen: set[tuple[int, int]]) -> Iterator[str]:
    # Text that is only there to be searched needs no font of its own (ISO 19005-2, 6.2.11.4.1).
    if _INVISIBLE_TEXT.search(drawings):
        return
    for font in _values(resources.get("/Font")):
        font = dictionary(font)
        mark = identity(font)
        if name(font.get("/Subtype")) == "Type3" or (mark and mark in seen):
            continue
        if mark:
            seen.add(mark)
        inner = dictionary(next(items(font.get("/DescendantFonts"), 1), font))
        described = dictionary(inner.get("/FontDescriptor"))
        if not any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield name(font.get("/BaseFont")) or "a font without a name"


def _has_stops(page: Any) -> bool:
    kinds = (name(dictionary(note).get("/Subtype")) for note in items(page.get("/Annots"), MOST_OBJECTS))
    return any(kind in ("Link", "Widget") for kind in kinds)


def _inherited(page: Any, key: str) -> Any:
    for _ in range(50):
        if key in page:
            return dictionary(page.get(key))
        page = dictionary(page.get("/Parent"))
    return dictionary(None)


def _values(value: Any) -> Iterator[Any]:
    table = dictionary(value)
    for key in list(table.keys())[:MOST_OBJECTS]:
        yield table.get(key)
