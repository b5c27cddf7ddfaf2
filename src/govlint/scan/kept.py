"""What the parent keeps of each page: no bodies, findings in a file, and what is the same on many pages once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from sys import intern
from typing import Any

from ..evidence.snapshot import Job, Snapshot
from ..model.outcomes import Vocabulary
from .spool import Spool
from .visit import Judged

HEADERS = ("content-type", "location")  # what is told of a visit stands in these


class Kept:
    """Makes answers small. What comes from another process is a copy each time, down to the names of the rules."""

    def __init__(self) -> None:
        self._findings = Spool()
        self._values: dict[Any, Any] = {}
        self._outcomes = Vocabulary()

    def of(self, job: Job, answer: Judged) -> Judged:
        """The answer to a job without what was used already: body, observations, links."""
        return replace(
            answer, role=intern(answer.role), snapshot=self._light(answer.snapshot, job), links=(), documents=(), browser=self._once(answer.browser)[0],
            findings=self._findings.keep(answer.findings), outcomes=self._outcomes.of(answer.outcomes),
            lifted={intern(name): self._once(value)[0] for name, value in answer.lifted.items()},
        )  # fmt: skip

    def _once(self, value: Any) -> tuple[Any, bool]:
        """An equal value whose parts are there once for all pages, and whether it is one of these itself.

        Where one part is of another kind than here the whole is not shared: 1, 1.0 and True are equal, and not the same.
        """
        if type(value) is str:
            return intern(value), True
        if value is None or type(value) is int:
            return value, True
        if type(value) is dict:
            return {self._once(name)[0]: self._once(part)[0] for name, part in value.items()}, False
        if type(value) is tuple:
            parts, same = self._all(value)
            return (self._values.setdefault(parts, parts) if same else parts), same
        if is_dataclass(value) and not isinstance(value, type):
            names = [f.name for f in fields(value)]
            parts, same = self._all(getattr(value, name) for name in names)
            known = self._values.get((type(value), parts)) if same else None
            if known is None:
                known = replace(value, **dict(zip(names, parts, strict=True)))
                if same:
                    self._values[type(value), parts] = known
            return known, same
        return value, False

    def _all(self, values: Iterable[Any]) -> tuple[tuple[Any, ...], bool]:
        found = [self._once(value) for value in values]
        return tuple(value for value, _ in found), all(same for _, same in found)

    def _light(self, snapshot: Snapshot, job: Job) -> Snapshot:
        exchange = snapshot.exchange
        if exchange is not None:
            headers, _ = self._once(tuple((name, value) for name, value in exchange.headers if name in HEADERS))
            url = job.url if exchange.url == job.url else exchange.url
            exchange = replace(exchange, url=url, body=b"", headers=headers)
        return replace(snapshot, job=job, exchange=exchange, observations={})
