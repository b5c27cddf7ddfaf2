"""Sequences and mappings that do not hold their items: a large scan's findings lie in a file."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import merge
from typing import Any, TypeVar, overload

T, K, P = TypeVar("T"), TypeVar("K"), TypeVar("P")
_RUN = 256  # items that are sorted in one go


class Chosen(Sequence[T]):
    """The items of `source` at these places, in the order of the places; equal to any sequence of equal items."""

    __slots__ = ("_source", "places")

    def __init__(self, source: Sequence[T], places: Sequence[int]) -> None:
        self._source, self.places = source, places

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen[T]: ...
    def __getitem__(self, index: int | slice) -> T | Chosen[T]:
        if isinstance(index, slice):
            return Chosen(self._source, self.places[index])
        return self._source[self.places[index]]

    def __iter__(self) -> Iterator[T]:
        return (self._source[place] for place in self.places)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Chosen({list(self)!r})"


class Made(Sequence[T]):
    """A sequence whose items are made each time that they are asked for: by `at`, from places that are there."""

    @abstractmethod
    def at(self, place: int) -> T:
        """The item at a place from 0 to the length."""

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen[T]: ...
    def __getitem__(self, index: int | slice) -> T | Chosen[T]:
        place = range(len(self))[index]
        return Chosen(self, place) if isinstance(place, range) else self.at(place)

    def __iter__(self) -> Iterator[T]:
        return map(self.at, range(len(self)))


class ReadMapping(Mapping[K, T]):
    """The values that `read` makes of what stands at the keys of `places`, each time that one is asked for."""

    __slots__ = ("_places", "_read")

    def __init__(self, places: Mapping[K, P], read: Callable[[P], T]) -> None:
        self._places, self._read = places, read

    def __getitem__(self, key: K) -> T:
        return self._read(self._places[key])

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[K]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def matching(source: Sequence[T], wanted: Callable[[T], bool]) -> Chosen[T]:
    """The items that are wanted, in the order of the source."""
    return Chosen(source, array("I", (place for place, item in enumerate(source) if wanted(item))))


def ordered(source: Sequence[T], key: Callable[[T], Any]) -> Chosen[T]:
    """The items sorted by this key, those that are alike in the order of the source.

    In memory are their places, and beside them the keys of one run; sorted runs are merged, so each key is asked for twice.
    """
    starts = range(0, len(source), _RUN)

    def key_at(place: int) -> Any:
        return key(source[place])

    runs = [array("I", sorted(range(start, min(start + _RUN, len(source))), key=key_at)) for start in starts]
    return Chosen(source, runs[0] if len(runs) == 1 else array("I", merge(*runs, key=key_at)))
