"""Named pieces of evidence, and how one follows from another.

A gathered fact lies in the snapshot. A derived fact is a pure function whose
parameters are the facts it follows from. A parameter with a default value is a
fact that may be missing.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Generic, TypeVar, get_origin

T = TypeVar("T")


class NotGathered(Exception):
    """The evidence is not there, and the text says why: every rule that named it is Untested."""


class Inapplicable(Exception):
    """The thing that was visited has no such fact, as a PDF has no title element."""


class Each(Mapping[str, T], Generic[T]):
    """A fact of every page of the site, by address; `unseen` are addresses that were not reached.

    Of a large site the values are read from a file, each time that one is asked for.
    """

    def __init__(self, values: Mapping[str, T], unseen: Iterable[str] = ()) -> None:
        self._values = values
        self.unseen = tuple(unseen)

    def __getitem__(self, url: str) -> T:
        return self._values[url]

    def __contains__(self, url: object) -> bool:
        return url in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its name, what it needs, and who gathers it (`fetch`, `browser` or `door`; empty: derived).

    `asks` is what has to be asked once a site for this fact: a path on its origin, or a door as `http:` (see scan/doors.py).
    """

    name: str
    function: Callable[..., Any]
    needs: tuple[str, ...]
    optional: tuple[str, ...] = ()
    by: str = ""
    asks: str = ""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.function(*args, **kwargs)


def fact(function: Callable[..., Any] | None = None, *, asks: str = "") -> Any:
    """Make a pure function a derived fact of the same name."""

    def mark(function: Callable[..., Any]) -> Fact:
        needs, optional = parameters(function)
        return Fact(function.__name__, function, needs, optional, asks=asks)

    return mark(function) if function else mark


def gathered(by: str, asks: str = "") -> Callable[[Callable[..., Any]], Fact]:
    """Declare a fact that capture puts into the snapshot; the docstring gives its shape."""

    def mark(function: Callable[..., Any]) -> Fact:
        return Fact(function.__name__, function, (), by=by, asks=asks)

    return mark


def parameters(function: Callable[..., Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the facts that a function must have, and of those that may be missing."""
    named = inspect.signature(function).parameters.values()
    required = tuple(p.name for p in named if p.default is p.empty)
    optional = tuple(p.name for p in named if p.default is not p.empty)
    return required, optional


def lifted(function: Callable[..., Any]) -> tuple[str, ...]:
    """The names of the parameters that are asked for of `Each` page."""
    return tuple(
        p.name
        for p in inspect.signature(function).parameters.values()
        if get_origin(p.annotation) is Each or str(p.annotation).startswith("Each[")
    )


def facts_of(module: ModuleType) -> dict[str, Fact]:
    """The facts that a module defines, by name."""
    return {value.name: value for value in vars(module).values() if isinstance(value, Fact)}


def closure(names: Iterable[str], facts: Mapping[str, Fact]) -> set[str]:
    """The facts named and all that they follow from; optional ones are left out."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found or name not in facts:
            continue
        found.add(name)
        waiting.extend(facts[name].needs)
    return found


class Evidence:
    """The facts of one snapshot: gathered ones as they lie there, derived ones worked out once.

    `values` are facts at hand, asked for each time, `missing` are the reasons why others are not.
    """

    def __init__(
        self, values: Mapping[str, Any], missing: Mapping[str, str], facts: Mapping[str, Fact]
    ) -> None:
        self._values = values
        self._known: dict[str, Any] = {}
        self._missing = missing
        self._facts = facts

    def get(self, name: str) -> Any:
        """The fact of that name; raises NotGathered or Inapplicable."""
        if name in self._values:
            value = self._values[name]
        else:
            if name not in self._known:
                self._known[name] = self._or_absence(name)
            value = self._known[name]
        if isinstance(value, NotGathered | Inapplicable):
            raise value.with_traceback(None)
        return value

    def _or_absence(self, name: str) -> Any:
        try:
            return self._work_out(name)
        except (NotGathered, Inapplicable) as absent:
            return absent

    def _work_out(self, name: str) -> Any:
        if name in self._missing:
            raise NotGathered(self._missing[name])
        known = self._facts.get(name)
        if known is None or known.by:
            raise NotGathered(f"nothing gathered the fact {name}")
        given = {need: self.get(need) for need in known.needs}
        for need in known.optional:
            try:
                given[need] = self.get(need)
            except (NotGathered, Inapplicable):
                continue
        return known.function(**given)
