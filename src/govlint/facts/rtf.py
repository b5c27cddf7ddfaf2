"""A linked RTF file: whether its groups close, what is embedded in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..evidence.fact import NotGathered, fact
from .signatures import refuse_other

LARGEST = 40_000_000  # bytes; pictures are written in it as text
_TOKEN = re.compile(rb"\\bin(\d{1,9}) ?|\\([a-z]{1,32})(-?\d{1,10})? ?|\\[^a-z]|([{}])")


@dataclass(frozen=True, slots=True)
class RtfReport:
    """`open_groups` is how many groups the end of the file leaves open; `objects` counts files of other programs within it."""

    open_groups: int = 0
    extra_ends: bool = False
    objects: int = 0


@fact
def rtf(document: bytes, signature: str) -> RtfReport:
    """The report of a linked RTF file."""
    refuse_other(signature, "rtf")
    if len(document) > LARGEST:
        raise NotGathered(f"The RTF is larger than {LARGEST:,} bytes and was not read.")
    depth = objects = position = 0
    while (token := _TOKEN.search(document, position)) is not None:
        position = token.end()
        if token[1]:
            position += int(token[1])  # raw bytes follow: RTF 1.9.1, “Conventions of an RTF Reader”
        elif token[2] == b"objdata":
            objects += 1
        elif token[4] == b"{":
            depth += 1
        elif token[4] == b"}":
            depth -= 1
            if depth == 0:
                break
    rest = document[position:].strip(b"\0\r\n\t \x1a")
    return RtfReport(max(depth, 0), depth <= 0 and rest.startswith(b"}"), objects)
