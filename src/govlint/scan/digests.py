"""Digests of facts: equal digests, equal facts. Of a derived fact it follows from what the fact follows from."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

from ..evidence.fact import Evidence, Fact, Inapplicable, NotGathered
from ..evidence.vendored import vendored_version

PACKAGE = Path(__file__).parents[1]
JUDGING = ("evidence", "facts", "model", "rulebook", "scan")
# Named in the annotation of a fact that is worked out at once: what it follows from changes more often than it does.
PLAIN = frozenset("None str bytes int float bool tuple list dict date Headers Cookie".split())


class Digests:
    """The digests of the facts of one snapshot, each worked out once."""

    def __init__(self, evidence: Evidence, facts: Mapping[str, Fact]) -> None:
        self._evidence, self._facts = evidence, facts
        self._known: dict[str, str] = {}
        self._values: dict[str, str] = {}

    def of(self, name: str) -> str:
        """A digest that is the same only where the fact is; a fact that costs is not worked out for it."""
        if name not in self._known:
            self._known[name] = self._worked_out(name)
        return self._known[name]

    def _worked_out(self, name: str) -> str:
        fact = self._facts.get(name)
        if fact is None or fact.by:
            return self.of_value(name) or uuid.uuid4().hex  # what has no digest is the same as nothing
        if _is_light(fact, self._facts) and (found := self.of_value(name)):
            return found
        parts = [code_of(fact), name, *(f"{need}={self.of(need)}" for need in (*fact.needs, *fact.optional))]
        return _hash("\0".join(parts).encode("utf-8", "surrogatepass"))

    def of_value(self, name: str) -> str:
        """The digest of the fact itself; empty for one that is no plain data, as a tree."""
        if name not in self._values:
            try:
                self._values[name] = digest(self._evidence.get(name))
            except (Inapplicable, NotGathered) as absent:
                self._values[name] = f"{type(absent).__name__}: {absent}"
            except TypeError:
                self._values[name] = ""
            except Exception as error:  # a fact that fails is evidence that is not there
                self._values[name] = f"{type(error).__name__}: {error}"
        return self._values[name]


def digest(value: Any) -> str:
    """The digest of plain data; raises TypeError for anything else."""
    return _hash(value if isinstance(value, bytes) else _canonical(value))


@cache
def code_version() -> str:
    """A digest of the code that judges, of the libraries that it uses, and of axe-core's version."""
    found = hashlib.sha256(vendored_version("axe-core").encode())
    for folder in JUDGING:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for name in sorted({re.split(r"[^\w.-]", line)[0] for line in requires("govlint") or () if "extra ==" not in line}):
        found.update(f"{name} {_version(name)}\0".encode())
    return found.hexdigest()


@cache
def code_of(fact: Fact) -> str:
    """A digest of the Python files beside that of a fact from a pack; empty for a fact of govlint itself."""
    folder = Path(fact.function.__code__.co_filename).parent
    return "" if folder.is_relative_to(PACKAGE) else _code_in(folder)


@cache
def _code_in(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.py")):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _is_light(fact: Fact, facts: Mapping[str, Fact]) -> bool:
    """Whether a derived fact is plain data and follows from nothing but gathered and light facts."""
    said = str(fact.function.__annotations__.get("return", "tree"))
    if not set(re.findall(r"\w+", said)) <= PLAIN:
        return False
    return all(need in facts and (facts[need].by or _is_light(facts[need], facts)) for need in (*fact.needs, *fact.optional))


def _canonical(value: Any) -> bytes:
    try:
        return json.dumps(_plain(value), ensure_ascii=True, separators=(",", ":")).encode("ascii")
    except RecursionError:
        raise TypeError("too deep") from None


def _plain(value: Any) -> Any:
    """The value with every kind of thing in it told apart, for JSON; raises TypeError for what is no plain data."""
    kind = type(value)
    if value is None or kind in (str, int, float, bool):
        return value
    if kind is list:
        return [_plain(item) for item in value]
    if kind is dict:
        return {"": [[_plain(key), _plain(item)] for key, item in value.items()]}
    if kind is tuple:
        return {"tuple": [_plain(item) for item in value]}
    if kind in (set, frozenset):
        return {kind.__name__: sorted(json.dumps(_plain(item)) for item in value)}
    if kind is bytes:
        return {"bytes": _hash(value)}
    if kind in (date, datetime):
        return {kind.__name__: value.isoformat()}
    if is_dataclass(value):
        return {kind.__qualname__: [_plain(getattr(value, field.name)) for field in fields(value)]}
    if hasattr(value, "pairs") and isinstance(value, Mapping):  # headers
        return {kind.__qualname__: _plain(value.pairs)}
    raise TypeError(f"{kind.__name__} is no plain data")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _hash(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
