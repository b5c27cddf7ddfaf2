"""Values of a PDF, read without trust: what is of the wrong type counts as not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Stream, String

EMPTY = Dictionary()
LONGEST_STRING = 2_000


def dictionary(value: Any) -> Any:
    """The dictionary, also that of a stream; an empty one for anything else."""
    if isinstance(value, Stream):
        return value.stream_dict
    return value if isinstance(value, Dictionary) else EMPTY


def items(value: Any, most: int) -> Iterator[Any]:
    """The items of an array, at most so many; a value that is no array is its own only item."""
    if value is None:
        return
    if not isinstance(value, Array):
        yield value
        return
    for index in range(min(len(value), most)):
        yield value[index]


def string(value: Any) -> str:
    """The text of a string, white space trimmed and cut; empty for anything else."""
    return str(value).strip()[:LONGEST_STRING] if isinstance(value, String | str) else ""


def name(value: Any) -> str:
    """A name without its slash; empty for anything else."""
    return str(value)[1:] if isinstance(value, Name) else ""


def number(value: Any) -> int:
    """A whole number; 0 for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def flag(value: Any) -> bool:
    """Whether the value is true."""
    return value is True


def identity(value: Any) -> tuple[int, int] | None:
    """The number of an indirect object, by which a loop is noticed; None for a direct one."""
    if isinstance(value, Object) and value.is_indirect:
        return value.objgen
    return None
