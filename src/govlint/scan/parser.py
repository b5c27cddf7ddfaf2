"""The facts of linked documents, worked out in a process of their own that is ended where one takes too long or too much.

A worker has one such process, started with its first document and replaced when it was ended. The facts come back as
plain data; after an end, whatever was not yet known of the document is not there, with the reason.
"""

from __future__ import annotations

import io
import multiprocessing
import pickle
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..capture.limits import MEGABYTE, Limits
from ..capture.processes import end_all, resident
from ..evidence.fact import Evidence, Fact, Inapplicable, NotGathered
from ..evidence.gathering import DOCUMENT
from .parsing import HAS_LIMIT, OUT_OF_MEMORY, PIECE, ROOM, Answer, Order, serve
from .pool import program_aside

START_SECONDS = 60.0  # for a process to be ready, on a busy machine
LOOK = 0.25  # seconds between two looks at its memory, where the system does not hold it to a limit
SWOLLEN = 64 * MEGABYTE  # bytes that it may keep of a document before a fresh one takes its place
LARGEST_ANSWER = 50 * MEGABYTE
NO_OTHERS: Mapping[str, Callable[[Evidence], Any]] = MappingProxyType({})
FIRST = frozenset({"signature"})  # is asked for by whoever looks whether anything changed, who may want nothing more
ABSENT = {kind.__name__: kind for kind in (Inapplicable, NotGathered)}
DATES = (date, datetime)


class Ended(Exception):
    """The process is gone, and the text says why."""


class Parser:
    """The process that reads documents, for one worker; close it, or use it in a `with`.

    `wanted` are facts that are asked for anyway: once one of them is, the others are read on while it is judged.
    `others` are facts of documents that are gathered here, by what gathers them from the document's evidence.
    """

    def __init__(
        self, facts: Mapping[str, Fact], limits: Limits, packs: tuple[Path, ...] = (), trusted: tuple[Path, ...] = (),
        wanted: Iterable[str] = (), others: Mapping[str, Callable[[Evidence], Any]] = NO_OTHERS,
    ) -> None:  # fmt: skip
        self.limits = limits
        self.others = others
        self.reading: Evidence | None = None  # whose document the process has
        self.facts, self._packs = facts, (packs, trusted)
        self._inner = frozenset(name for name in facts if name != DOCUMENT and follows(name, DOCUMENT, facts))
        self._wanted = tuple(sorted(self._inner.intersection(wanted) - FIRST))
        self._answers: dict[str, Answer] = {}
        self._due: set[str] = set()
        self._modules = frozenset(fact.function.__module__ for fact in facts.values())
        self._process: Any = None
        self._connection: Any = None
        self._base = 0

    def evidence(self, values: Mapping[str, Any], missing: Mapping[str, str]) -> Evidence:
        """The facts of one visit; those of a document are read over there, once somebody asks for one."""
        if values.get("role") != DOCUMENT or "body" not in values:
            return Evidence(values, missing, self.facts)
        return _Read(values, missing, self.facts, self, self._inner)

    def begin(self, reading: Evidence, values: Mapping[str, Any], missing: Mapping[str, str]) -> None:
        """Hand a document over, for these facts of it; raises Ended."""
        self._let_finish()
        self._ensure()
        self.reading = reading
        self._answers.clear()
        body = memoryview(values["body"])
        plain = {name: value for name, value in values.items() if name != "body"}
        try:
            self._connection.send(Order(plain, dict(missing), len(body), self.limits.parse_memory))
            for at in range(0, len(body), PIECE):
                self._connection.send_bytes(body[at : at + PIECE])
        except OSError:
            raise Ended(self._said_at_its_end()) from None

    def ask(self, name: str, size: int, until: float) -> Any:
        """A fact of the document that was handed over; raises Ended, and what the fact raises."""
        try:
            if name not in self._answers and name not in self._due:
                names = self._wanted if name in self._wanted else (name,)
                self._connection.send(names)
                self._due.update(names)
            while name not in self._answers:
                self._wait(size, until)
                self._keep(self._answer())
        except (OSError, EOFError):
            raise Ended(self._said_at_its_end()) from None
        answer = self._answers[name]
        if answer.kind == "value":
            return _Reader(io.BytesIO(answer.value), self._modules).load()
        raise ABSENT.get(answer.kind, _error(answer.kind))(answer.text)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._connection.close()
            end_all(self._process.pid)
            self._process.join(5)
            self._process = None
        self._due.clear()

    def __enter__(self) -> Parser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _let_finish(self) -> None:
        """Take what is still to come of the last document, which nobody wants any more."""
        until = time.monotonic() + self.limits.parse
        try:
            while self._due:
                self._wait(0, until)
                self._keep(self._answer())
        except (Ended, OSError, EOFError):
            self.close()

    def _ensure(self) -> None:
        if self._process is not None and (not self._process.is_alive() or resident([self._process.pid]) > self._base + SWOLLEN):
            self.close()
        if self._process is not None:
            return
        spawn = multiprocessing.get_context("spawn")
        self._connection, there = spawn.Pipe()
        self._process = spawn.Process(target=serve, args=(there, *self._packs), daemon=True)
        with program_aside():
            self._process.start()
        there.close()
        try:
            if not self._connection.poll(START_SECONDS):
                raise EOFError
            self._connection.recv()
        except (EOFError, OSError):
            self.close()
            raise Ended("The process that reads documents did not start") from None
        self._base = resident([self._process.pid])

    def _wait(self, size: int, until: float) -> None:
        most = self._base + size + self.limits.parse_memory + ROOM
        while (left := until - time.monotonic()) > 0:
            if self._connection.poll(left if HAS_LIMIT else min(left, LOOK)):
                return
            if not HAS_LIMIT and resident([self._process.pid]) > most:
                self.close()
                raise Ended(self._too_much())
        self.close()
        raise Ended(f"Reading the document took longer than {self.limits.parse:g} seconds (--parse-seconds)")

    def _keep(self, answer: Answer) -> None:
        self._answers[answer.name] = answer
        self._due.discard(answer.name)

    def _answer(self) -> Answer:
        return _Reader(io.BytesIO(self._connection.recv_bytes(LARGEST_ANSWER)), frozenset({Answer.__module__})).load()

    def _said_at_its_end(self) -> str:
        self._process.join(5)
        code = self._process.exitcode
        self.close()
        return self._too_much() if code == OUT_OF_MEMORY else f"The process that read the document ended with code {code}"

    def _too_much(self) -> str:
        return f"Reading the document took more than {self.limits.parse_memory / MEGABYTE:g} MB of memory beside it (--parse-megabytes)"


class _Read(Evidence):
    """The facts of a document. What follows from its bytes is asked of the parser, one fact after the other."""

    def __init__(
        self, values: Mapping[str, Any], missing: Mapping[str, str], facts: Mapping[str, Fact], parser: Parser, inner: frozenset[str]
    ) -> None:
        super().__init__(values, missing, facts)
        self._parser, self._inner = parser, inner
        self._until = 0.0
        self._ended = ""

    def _work_out(self, name: str) -> Any:
        if name in self._parser.others and self._is_there():
            return self._parser.others[name](self)
        if name not in self._inner or name in self._missing:
            return super()._work_out(name)
        if self._ended:
            raise NotGathered(self._ended)
        if not self._is_there():
            return super()._work_out(name)  # where there is no document, the reason is known without reading it
        try:
            if self._parser.reading is not self:
                self._parser.begin(self, self._values, self._missing)
                self._until = time.monotonic() + self._parser.limits.parse
            return self._parser.ask(name, len(self._values["body"]), self._until)
        except Ended as ended:
            self._ended = f"{ended}, and it was given up: {_kind(self._values)}, {_size(len(self._values['body']))}"
            raise NotGathered(self._ended) from None
        except Unsendable:
            return super()._work_out(name)

    def _is_there(self) -> bool:
        try:
            self.get(DOCUMENT)
        except (Inapplicable, NotGathered):
            return False
        return True


class Unsendable(Exception):
    """The fact cannot be sent between processes, and is worked out by who asks."""


class _Reader(pickle.Unpickler):
    """Reads values and nothing else: dataclasses of facts, dates. A document that took the process over gets no further."""

    def __init__(self, data: io.BytesIO, modules: frozenset[str]) -> None:
        super().__init__(data)
        self._modules = modules

    def find_class(self, module: str, name: str) -> Any:
        """The class of a value; raises Unsendable for anything else."""
        for kind in DATES:
            if (module, name) == (kind.__module__, kind.__qualname__):
                return kind
        if module in self._modules or module.startswith(("govlint.facts.", "govlint.model.")):
            found = super().find_class(module, name)
            if isinstance(found, type) and hasattr(found, "__dataclass_fields__"):
                return found
        raise Unsendable(f"{module}.{name}")


def follows(name: str, root: str, facts: Mapping[str, Fact]) -> bool:
    """Whether a fact follows from the one called `root`, be it by way of one that may be missing."""
    if name == root:
        return True
    known = facts.get(name)
    return known is not None and not known.by and any(follows(need, root, facts) for need in (*known.needs, *known.optional))


@cache
def _error(kind: str) -> type[Exception]:
    """The error that a fact raised over there, by its name."""
    return Unsendable if kind == "here" else type(kind, (Exception,), {})


def _kind(values: Mapping[str, Any]) -> str:
    return next((value.partition(";")[0] for name, value in values["raw_headers"] if name == "content-type" and value), "a document")


def _size(number: int) -> str:
    return f"{number / MEGABYTE:.1f} MB" if number >= MEGABYTE else f"{number / 1000:.1f} kB"
