"""What the parent keeps of each page: no bodies, and what is the same on many pages once."""

from __future__ import annotations

from dataclasses import fields, replace
from sys import intern
from typing import Any

from ..evidence.snapshot import Job, Snapshot
from ..model.finding import Finding
from .visit import Judged

HEADERS = ("content-type", "location")  # what is told of a visit stands in these
_OF_FINDING = tuple(f.name for f in fields(Finding) if f.name not in ("place", "fingerprint"))


class Kept:
    """Makes answers small. What comes from another process is a copy each time, down to the names of the rules."""

    def __init__(self) -> None:
        self._outcomes: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, str]] = {}

    def of(self, job: Job, answer: Judged) -> Judged:
        """The answer to a job without what was used already: body, observations, links."""
        return replace(
            answer, snapshot=_light(replace(answer.snapshot, job=job)), links=(), documents=(),
            findings=tuple(map(_shared, answer.findings)), outcomes=self._same(answer.outcomes),
            lifted={intern(name): value for name, value in answer.lifted.items()},
        )  # fmt: skip

    def _same(self, outcomes: dict[str, str]) -> dict[str, str]:
        """These outcomes, the same object for all pages that have them."""
        names, words = tuple(map(intern, outcomes)), tuple(map(intern, outcomes.values()))
        return self._outcomes.setdefault((names, words), dict(zip(names, words, strict=True)))


def _light(snapshot: Snapshot) -> Snapshot:
    exchange = snapshot.exchange
    if exchange is not None:
        headers = tuple((name, value) for name, value in exchange.headers if name in HEADERS)
        exchange = replace(exchange, body=b"", headers=headers)
    return replace(snapshot, exchange=exchange, observations={})


def _shared(finding: Finding) -> Finding:
    words: dict[str, Any] = {name: intern(getattr(finding, name)) for name in _OF_FINDING}
    return replace(finding, **words)
