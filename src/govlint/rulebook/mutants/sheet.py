"""The mutants of a sheet: each selector, bound, word and pattern of its expectations changed on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..axe import read_axe_rule
from ..keys import pattern
from ..rule import Rule
from ..sheet import read_sheet
from ..written import RuleError, Text, place_of, read
from .mutant import Mutant, Tell, turned
from .nudge import Nudge
from .patterns import pattern_nudges
from .selectors import selector_nudges

NEVER = "xx"
_TESTS = ("count", "length", "is", "in", "matches")


@dataclass(frozen=True, slots=True)
class _Change:
    """Another value for one key of the sheet, or (at None) for one key of an expectation; None leaves it out."""

    expectation: str | None
    key: str
    value: Any
    line: int
    change: str


def sheet_mutants(rule: Rule) -> Iterator[Mutant]:
    """All mutants of a rule that its rule.yaml tells, in the order of the file."""
    assert rule.folder, rule.id
    path = rule.folder / "rule.yaml"
    written = read(path)
    for change in sorted(_changes(rule, written), key=lambda c: c.line):
        changed = _with(written, change)
        if _readable(path, changed):
            yield Mutant(path, change.line, change.change, lambda changed=changed: _tell(path, changed))


def _changes(rule: Rule, written: dict[str, Any]) -> Iterator[_Change]:
    if rule.kind == "axe":
        names = written["axe"]
        for name in names if len(names) > 1 else ():
            yield _Change(None, "axe", [n for n in names if n != name], place_of(name)[0], f"“{name}” left out")
        return
    yield from _nudged(None, "select", written["select"], selector_nudges(written["select"]))
    for key, said in written["expect"].items():
        yield from _of_expectation(str(key), said)


def _of_expectation(key: str, said: dict[str, Any]) -> Iterator[_Change]:
    tests = [word for word in _TESTS if word in said]
    for word in tests if len(tests) > 1 else ():
        yield _Change(key, word, None, place_of(next(k for k in said if k == word))[0], f"“{word}” of “{key}” left out")
    if "find" in said:
        yield from _nudged(key, "find", said["find"], selector_nudges(said["find"]))
    if "attribute" in said:
        yield _Change(key, "attribute", NEVER, place_of(said["attribute"])[0], turned(said["attribute"], NEVER))
    for word in ("count", "length"):
        for bounds in _moved(str(said.get(word, ""))):
            yield _Change(key, word, bounds, place_of(said[word])[0], f"{word} {turned(said[word], bounds)}")
    if "is" in said:
        yield _Change(key, "is", NEVER, place_of(said["is"])[0], turned(said["is"], NEVER))
    for word in said.get("in", ()):
        yield _Change(key, "in", [w for w in said["in"] if w != word], place_of(word)[0], f"the word “{word}” left out")
    if "matches" in said:
        yield from _nudged(key, "matches", said["matches"], pattern_nudges(said["matches"]))


def _nudged(expectation: str | None, key: str, written: Text, nudges: list[Nudge]) -> Iterator[_Change]:
    for nudge in nudges:
        yield _Change(expectation, key, nudge.text, place_of(written)[0], nudge.change)


def _moved(bounds: str) -> Iterator[str]:
    """Each end one lower and one higher; an exact number is widened to either side."""
    written = re.fullmatch(r"(\d+)(?:(\.\.)(\d*))?", bounds)
    if written is None:
        return
    low = int(written[1])
    if not written[2]:
        yield from [f"{low - 1}..{low}"] if low else []
        yield f"{low}..{low + 1}"
        return
    yield from (f"{n}..{written[3]}" for n in (low - 1, low + 1) if n >= 0 and (not written[3] or n <= int(written[3])))
    if written[3]:
        yield from (f"{low}..{n}" for n in (int(written[3]) - 1, int(written[3]) + 1) if n >= low)


def _with(written: dict[str, Any], change: _Change) -> dict[str, Any]:
    if change.expectation is None:
        return written | {change.key: change.value}
    said = dict(written["expect"][change.expectation])
    said.pop(change.key)
    if change.value is not None:
        said[change.key] = change.value
    return written | {"expect": written["expect"] | {change.expectation: said}}


def _readable(path: Path, written: dict[str, Any]) -> bool:
    """Whether the changed sheet is one; what cannot be read would be told by the loader, not by a case."""
    try:
        _tell(path, written)
        for said in written.get("expect", {}).values():
            pattern(path, said.get("matches", ""))
    except RuleError:
        return False
    return True


def _tell(path: Path, written: dict[str, Any]) -> Tell:
    if "axe" in written:
        return read_axe_rule(path, written)["tell"]
    return read_sheet(path, written)[0].check
