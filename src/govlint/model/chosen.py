"""Some items of a sequence in some order, without holding them: a large scan's findings lie in a file."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

T = TypeVar("T")


class Chosen(Sequence[T]):
    """The items of `source` at these places, in the order of the places; equal to any sequence of equal items."""

    __slots__ = ("_places", "_source")

    def __init__(self, source: Sequence[T], places: Sequence[int]) -> None:
        self._source, self._places = source, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen[T]: ...
    def __getitem__(self, index: int | slice) -> T | Chosen[T]:
        if isinstance(index, slice):
            return Chosen(self._source, self._places[index])
        return self._source[self._places[index]]

    def __iter__(self) -> Iterator[T]:
        return (self._source[place] for place in self._places)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Chosen({list(self)!r})"


def matching(source: Sequence[T], wanted: Callable[[T], bool]) -> Chosen[T]:
    """The items that are wanted, in the order of the source."""
    return Chosen(source, array("L", (place for place, item in enumerate(source) if wanted(item))))


def ordered(source: Sequence[T], *keys: Callable[[T], Any]) -> Chosen[T]:
    """The items sorted by these keys, the first of which weighs most; each but the last gives something hashable.

    In memory are their places, and of the keys those of one step: the last key stands beside items only
    that are alike in all keys before it.
    """
    return Chosen(source, array("L", _sorted(source, range(len(source)), keys)))


def _sorted(source: Sequence[T], places: Sequence[int], keys: Sequence[Callable[[T], Any]]) -> Iterator[int]:
    if len(places) < 2 or not keys:
        yield from places
    elif len(keys) == 1:
        yield from sorted(places, key=lambda place: keys[0](source[place]))
    else:
        alike: dict[Any, array[int]] = {}
        for place in places:
            alike.setdefault(keys[0](source[place]), array("L")).append(place)
        for key in sorted(alike):
            yield from _sorted(source, alike.pop(key), keys[1:])
