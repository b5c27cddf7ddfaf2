"""A linked JSON file, parsed, or the reason why it cannot be."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from ..evidence.fact import Inapplicable, NotGathered, fact
from .signatures import EMPTY, TEXTUAL

LARGEST = 8_000_000  # bytes; parsed it takes up to 25 times the room
MEDIA_TYPES = re.compile(r"application/(?:[\w.+-]+\+)?json")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The value of a JSON file; or, with a `fault`, the line where reading stopped. `encoding` is utf-8 or other."""

    value: Any = None
    fault: str = ""
    line: int = 0
    encoding: str = "utf-8"
    byte_order_mark: bool = False


@fact
def json_document(document: bytes, signature: str, promised: str, media_type: str) -> Parsed:
    """The value of a linked document that says to be JSON and holds text."""
    if promised not in ("json", "geojson", "jsonld") and (promised or not MEDIA_TYPES.fullmatch(media_type)):
        raise Inapplicable("this is not JSON")
    if signature not in TEXTUAL - {"html"} or signature == EMPTY:
        raise Inapplicable(f"this says to be JSON and is {signature}")
    if len(document) > LARGEST:
        raise NotGathered(f"The JSON is larger than {LARGEST:,} bytes and was not parsed.")
    return parse_json(document)


def parse_json(body: bytes) -> Parsed:
    """The value of these bytes, as RFC 8259 has JSON: UTF-8, no NaN, nothing after the value."""
    mark = body.startswith(b"\xef\xbb\xbf")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        return Parsed(fault="it is not UTF-8", line=line, encoding="other")
    try:
        return Parsed(json.loads(text, parse_constant=_refuse), byte_order_mark=mark)
    except json.JSONDecodeError as error:
        return Parsed(fault=error.msg[:1].lower() + error.msg[1:], line=error.lineno, byte_order_mark=mark)
    except (RecursionError, ValueError) as error:
        fault = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        return Parsed(fault=fault, line=1, byte_order_mark=mark)


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is no number in JSON")
