"""The photographs of fixtures/documents: as much of a JPEG and a TIFF as holds metadata."""

from __future__ import annotations

import struct
from collections.abc import Iterator


def tiff(order: str, latitude: tuple[int, ...] = (51, 1, 30, 1, 0, 1), gps: bool = True) -> bytes:
    """A TIFF block with a day, and with a GPS directory of latitude and longitude (Exif 2.32, 4.6)."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    day = b"2025:04:30 12:00:00\0"
    entries = [(0x0132, 2, len(day), 100), *([(0x8825, 4, 1, 200)] if gps else [])]
    head = mark + struct.pack(f"{order}I", 8) + _directory(order, entries)
    places = [(2, 5, 3, 300), (4, 5, 3, 324)]
    numbers = struct.pack(f"{order}6I", *latitude)
    return (head.ljust(100, b"\0") + day).ljust(200, b"\0") + (_directory(order, places).ljust(100, b"\0") + numbers * 2 if gps else b"")


def _directory(order: str, entries: list[tuple[int, int, int, int]]) -> bytes:
    packed = b"".join(struct.pack(f"{order}HHII", *entry) for entry in entries)
    return struct.pack(f"{order}H", len(entries)) + packed + bytes(4)


def jpeg(block: bytes = b"") -> bytes:
    """The beginning and end of a JPEG with a JFIF segment and, before it is drawn, this Exif block."""
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0"
    exif = b"\xff\xe1" + struct.pack(">H", len(block) + 8) + b"Exif\0\0" + block if block else b""
    return b"\xff\xd8" + jfif + exif + b"\xff\xda\0\x02" + b"\xff\xd9"


def picture_files() -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes."""
    yield "place.jpg", jpeg(tiff("<"))
    yield "place-big-endian.jpg", jpeg(tiff(">"))
    yield "place.tif", tiff("<")
    yield "plain.jpg", jpeg()
    yield "no-place.jpg", jpeg(tiff("<", gps=False))
    yield "zero-place.jpg", jpeg(tiff("<", (0, 0, 0, 0, 0, 0)))
    yield "cut-place.jpg", jpeg(tiff("<")[:150])
