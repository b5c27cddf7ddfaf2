"""JSON in pieces: a large scan is written item by item, and its report never in memory as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .clean import sound


def written(value: object, indent: int | None = 1) -> Iterator[bytes]:
    """A value as ASCII JSON that ends with a line end; what an iterator in it gives stands there as a list.

    Iterators are looked for in mappings, in mappings of these, and in what iterators give. `indent` is the number of
    spaces a level, None for no white space at all.
    """
    yield from _value(value, indent, 0)
    yield b"\n"


def _value(value: object, indent: int | None, depth: int) -> Iterator[bytes]:
    if isinstance(value, dict) and value and _has_iterator(value):
        colon = ":" if indent is None else ": "
        named = ((f"{json.dumps(sound(str(name)))}{colon}".encode("ascii"), inner) for name, inner in value.items())
        yield from _listed(named, b"{}", indent, depth)
    elif isinstance(value, Iterator):
        yield from _listed(((b"", item) for item in value), b"[]", indent, depth)
    else:
        yield _whole(value, indent, depth)


def _listed(items: Iterator[tuple[bytes, object]], brackets: bytes, indent: int | None, depth: int) -> Iterator[bytes]:
    """What stands between two brackets, each item with the words before it."""
    opened = False
    for before, item in items:
        yield (b"," if opened else brackets[:1]) + _line(indent, depth + 1) + before
        opened = True
        yield from _value(item, indent, depth + 1)
    yield _line(indent, depth) + brackets[1:] if opened else brackets


def _whole(value: object, indent: int | None, depth: int) -> bytes:
    if indent is None:
        return json.dumps(sound(value), separators=(",", ":"), allow_nan=False).encode("ascii")
    text = json.dumps(sound(value), indent=indent, allow_nan=False)
    return text.replace("\n", "\n" + indent * depth * " ").encode("ascii")  # a line end in a string is written as two characters


def _line(indent: int | None, depth: int) -> bytes:
    return b"" if indent is None else b"\n" + indent * depth * b" "


def _has_iterator(value: object) -> bool:
    return isinstance(value, Iterator) or (isinstance(value, dict) and any(map(_has_iterator, value.values())))
