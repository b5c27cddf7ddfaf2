"""Findings on a shelf: a large site has more than memory should hold, and a report reads through them all."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import overload

from ..model.chosen import Chosen
from ..model.finding import Finding
from ..model.verdict import Place
from .shelf import Shelf

_PLACE = [f.name for f in fields(Finding)].index("place")
_of_finding = attrgetter(*(f.name for f in fields(Finding)))
_of_place = attrgetter(*(f.name for f in fields(Place)))


class Spool(Sequence[Finding]):
    """All findings that were kept in it, in that order, each read back when it is asked for."""

    def __init__(self) -> None:
        self._shelf = Shelf()

    def keep(self, findings: Iterable[Finding]) -> Chosen[Finding]:
        """The same findings, to be read from here. Raises ShelfError."""
        first = len(self)
        for finding in findings:
            plain = list(_of_finding(finding))
            plain[_PLACE] = _of_place(finding.place)
            self._shelf.put(pickle.dumps(plain, pickle.HIGHEST_PROTOCOL))
        return Chosen(self, range(first, len(self)))

    def __len__(self) -> int:
        return len(self._shelf)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Chosen[Finding]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return Chosen(self, places)
        plain = pickle.loads(self._shelf.get(places))
        plain[_PLACE] = Place(*plain[_PLACE])
        return Finding(*plain)

    def __iter__(self) -> Iterator[Finding]:
        return map(self.__getitem__, range(len(self)))
