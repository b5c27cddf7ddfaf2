"""Findings on a shelf: a large site has more than memory should hold, and a report reads through them all."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from ..model.chosen import Chosen, Made
from ..model.finding import Finding
from ..model.verdict import Place
from .shelf import Shelf

_PLACE = [f.name for f in fields(Finding)].index("place")
_of_finding = attrgetter(*(f.name for f in fields(Finding)))
_of_place = attrgetter(*(f.name for f in fields(Place)))


class Spool(Made[Finding]):
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

    def at(self, place: int) -> Finding:
        """The finding that was kept there."""
        plain = pickle.loads(self._shelf.get(place))
        plain[_PLACE] = Place(*plain[_PLACE])
        return Finding(*plain)
