"""What the parent keeps of each address: on a shelf, without bodies, to be read back when all is judged."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..evidence.snapshot import Snapshot
from ..model.chosen import Chosen, Made, ReadMapping
from ..model.outcomes import Vocabulary
from .shelf import Shelf
from .spool import Spool
from .visit import Judged

HEADERS = ("content-type", "location")  # what is told of a visit stands in these


class Kept(Made[Judged]):
    """The answers to the jobs of a crawl, in the order in which they came.

    In memory are the outcomes, as rules that say the same of many pages are the usual case, and some numbers.
    """

    def __init__(self) -> None:
        self._answers, self._facts, self._findings = Shelf(), Shelf(), Spool()
        self._numbers = array("I")
        self._outcomes: list[Mapping[str, str]] = []
        self._vocabulary = Vocabulary()

    def append(self, answer: Judged) -> None:
        """Keep an answer but for what was used already: body, observations, links. Raises ShelfError."""
        self._numbers.append(self._put(answer))
        self._outcomes.append(self._vocabulary.of(answer.outcomes))

    def __setitem__(self, place: int, answer: Judged) -> None:
        """Let this answer stand at that place. Raises ShelfError."""
        self._numbers[place] = self._put(answer)
        self._outcomes[place] = self._vocabulary.of(answer.outcomes)

    def _put(self, answer: Judged) -> int:
        findings = self._findings.keep(answer.findings)
        lifted = [(name, self._facts.put(_pickled(value))) for name, value in answer.lifted.items()]
        light = replace(answer, snapshot=_light(answer.snapshot), links=(), documents=(), findings=(), outcomes={}, lifted={})
        return self._answers.put(_pickled((light, findings.places, lifted)))

    def _fact(self, number: int) -> Any:
        return pickle.loads(self._facts.get(number))

    def __len__(self) -> int:
        return len(self._numbers)

    def at(self, place: int) -> Judged:
        """The answer that stands there; its findings and facts are read when they are asked for."""
        light, findings, lifted = pickle.loads(self._answers.get(self._numbers[place]))
        return replace(light, findings=Chosen(self._findings, findings), outcomes=self._outcomes[place], lifted=ReadMapping(dict(lifted), self._fact))


def _light(snapshot: Snapshot) -> Snapshot:
    exchange = snapshot.exchange
    if exchange is not None:
        headers = tuple((name, value) for name, value in exchange.headers if name in HEADERS)
        exchange = replace(exchange, body=b"", headers=headers)
    return replace(snapshot, exchange=exchange, observations={})


def _pickled(value: Any) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
