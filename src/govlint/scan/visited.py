"""The visits of a scan on a shelf: a report goes through them a few times, and a large site has more than memory should hold."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import fields
from operator import attrgetter

from ..model.chosen import Made
from ..model.finding import Visit
from .shelf import Shelf

_OUTCOMES = [f.name for f in fields(Visit)].index("outcomes")
_of_visit = attrgetter(*(f.name for f in fields(Visit)))


class Visited(Made[Visit]):
    """These visits, in this order, each read back when it is asked for; in memory are the outcomes. Raises ShelfError."""

    def __init__(self, visits: Iterable[Visit]) -> None:
        self._shelf = Shelf()
        self._outcomes: list[Mapping[str, str]] = []
        for visit in visits:
            plain = list(_of_visit(visit))
            self._outcomes.append(plain[_OUTCOMES])
            plain[_OUTCOMES] = None
            self._shelf.put(pickle.dumps(plain, pickle.HIGHEST_PROTOCOL))

    def __len__(self) -> int:
        return len(self._shelf)

    def at(self, place: int) -> Visit:
        """The visit at that place."""
        plain = pickle.loads(self._shelf.get(place))
        plain[_OUTCOMES] = self._outcomes[place]
        return Visit(*plain)
