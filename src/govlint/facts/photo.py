"""A linked photograph: whether it holds the place where it was taken."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from ..evidence.fact import fact
from .signatures import refuse_other

_GPS_DIRECTORY = 0x8825  # a tag of the first directory: Exif 2.32, 4.6.3
_LATITUDE, _LONGITUDE = 2, 4  # tags of the GPS directory: 4.6.6
_APP1, _START_OF_SCAN = 0xE1, 0xDA
_MOST_ENTRIES = 1_000


@dataclass(frozen=True, slots=True)
class Photo:
    """`place` tells whether the metadata hold a latitude and a longitude."""

    metadata: bool = False
    place: bool = False


@fact
def photo(document: bytes, signature: str) -> Photo:
    """The report of a linked JPEG or TIFF."""
    refuse_other(signature, "jpg", "tiff")
    if signature == "tiff":
        return Photo(True, _has_place(document))
    block = _exif(document)
    return Photo(bool(block), bool(block) and _has_place(block))


def _exif(body: bytes) -> bytes:
    """The Exif block of a JPEG, without its mark; empty if there is none."""
    at = 2
    while at + 4 <= len(body) and body[at] == 0xFF:
        kind, length = body[at + 1], struct.unpack_from(">H", body, at + 2)[0]
        if kind == _START_OF_SCAN or length < 2:
            break
        if kind == _APP1 and body[at + 4 : at + 10] == b"Exif\0\0":
            return body[at + 10 : at + 2 + length]
        at += 2 + length
    return b""


def _has_place(block: bytes) -> bool:
    order = {b"II": "<", b"MM": ">"}.get(block[:2], "")
    if not order or len(block) < 8:
        return False
    first = _directory(block, struct.unpack_from(f"{order}I", block, 4)[0], order)
    if _GPS_DIRECTORY not in first:
        return False
    gps = _directory(block, first[_GPS_DIRECTORY], order)
    return all(tag in gps and any(block[gps[tag] : gps[tag] + 24]) for tag in (_LATITUDE, _LONGITUDE))


def _directory(block: bytes, at: int, order: str) -> dict[int, int]:
    """Tag and value of each entry; the values that are looked at here are all addresses in the block."""
    if at + 2 > len(block):
        return {}
    count = min(struct.unpack_from(f"{order}H", block, at)[0], _MOST_ENTRIES)
    whole = min(count, (len(block) - at - 2) // 12)
    entries = (struct.unpack_from(f"{order}HHII", block, at + 2 + 12 * number) for number in range(whole))
    return {tag: value for tag, _, _, value in entries}
