"""Nudges of a regular expression: each alternative, anchor, repetition and look-around changed on its own."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from .nudge import Edit, Nudge, applied, without_one

NOTHING = "(?!)"
AROUND = 16  # characters shown on either side of what was changed
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_OPENED = re.compile(r"\((?:\?(?:P<\w+>|[a-zA-Z-]+:|[:>]|<?[=!]))?")
_ASIDE = re.compile(r"\(\?(?:[a-zA-Z]+|#[^)]*|P=\w+)\)")
_REPEATED = re.compile(r"([?*+])([?+]?)|\{(\d+)(,(\d*))?\}([?+]?)")
_ANCHORS = ("^", "$", r"\b", r"\B", r"\A", r"\Z")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


@dataclass(frozen=True, slots=True)
class _Branch:
    """One alternative: where it stands and the edits of what is in it."""

    start: int
    end: int
    edits: list[Edit] = field(default_factory=list)


def pattern_nudges(pattern: str) -> list[Nudge]:
    """All nudges of a regular expression that are one themselves, in the order of its parts."""
    try:
        branches, end = _read_branches(pattern, 0)
    except IndexError:  # not closed somewhere
        return []
    if end < len(pattern) or not _compiles(pattern):
        return []
    edits = list(_of(pattern, branches))
    if len(branches) == 1:
        edits.insert(0, Edit(0, len(pattern), NOTHING, f"“{pattern}” matches nothing"))
    return [nudge for nudge in applied(pattern, edits) if _compiles(nudge.text)]


def _of(pattern: str, branches: list[_Branch]) -> Iterator[Edit]:
    if len(branches) > 1:
        yield from without_one(pattern, [(b.start, b.end) for b in branches], "the alternative")
    for branch in branches:
        yield from branch.edits


def _read_branches(pattern: str, at: int) -> tuple[list[_Branch], int]:
    """The alternatives from an offset on, and where they end: at a bracket, or the end."""
    found: list[_Branch] = []
    while True:
        branch, at = _read_branch(pattern, at)
        found.append(branch)
        if at >= len(pattern) or pattern[at] == ")":
            return found, at
        at += 1


def _read_branch(pattern: str, at: int) -> tuple[_Branch, int]:
    start, edits = at, []
    while at < len(pattern) and pattern[at] not in "|)":
        end, inner = _read_item(pattern, at)
        item = pattern[at:end]
        if item in _ANCHORS or item.startswith(_LOOKS):
            edits.append(Edit(at, end, "", f"“{item}” left out of {_about(pattern, at, end)}"))
        edits += inner
        if repeated := _REPEATED.match(pattern, end):
            edits += _of_repetition(pattern, at, end, repeated)
            end = repeated.end()
        at = end
    return _Branch(start, at, edits), at


def _read_item(pattern: str, at: int) -> tuple[int, list[Edit]]:
    """Where one item ends, and the edits inside it."""
    if aside := _ASIDE.match(pattern, at):
        return aside.end(), []
    if pattern[at] == "(":
        opened = _OPENED.match(pattern, at)
        assert opened, pattern
        branches, end = _read_branches(pattern, opened.end())
        if pattern[end] != ")":
            raise IndexError
        return end + 1, list(_of(pattern, branches))
    if pattern[at] == "[" and (written := _CLASS.match(pattern, at)):
        return written.end(), []
    if pattern[at] == "\\":
        named = re.compile(r"\\(?:N\{[^}]*\}|x..|u.{4}|U.{8}|.)", re.DOTALL).match(pattern, at)
        return (named.end() if named else at + 2), []
    return at + 1, []


def _of_repetition(pattern: str, at: int, end: int, written: re.Match[str]) -> Iterator[Edit]:
    item, stop = pattern[at:end], written.end()
    if written[1]:
        by = {"?": "", "*": "+", "+": ""}[written[1]]
        words = {"?": "is needed", "*": "is needed", "+": "stands once"}[written[1]]
        yield Edit(end, stop, by + (written[2] if by else ""), f"“{item}” {words} in {_about(pattern, at, stop)}")
        return
    low, high, open_end = int(written[3]), written[5], written[4] is not None
    for least, most in _moved(low, int(high) if high else None if open_end else low, open_end):
        bounds = f"{{{least}}}" if not open_end else f"{{{least},{'' if most is None else most}}}"
        yield Edit(end, stop, bounds + written[6], f"“{item}” repeated {bounds}, not {written[0]}, in {_about(pattern, at, stop)}")


def _moved(low: int, high: int | None, open_end: bool) -> Iterator[tuple[int, int | None]]:
    if not open_end:
        yield from ((n, n) for n in (low - 1, low + 1) if n >= 0)
        return
    yield from ((n, high) for n in (low - 1, low + 1) if n >= 0 and (high is None or n <= high))
    if high is not None:
        yield from ((low, n) for n in (high - 1, high + 1) if n >= low)


def _about(pattern: str, start: int, end: int) -> str:
    """The pattern around a part of it."""
    first, last = max(0, start - AROUND), end + AROUND
    return f"“{'…' if first else ''}{pattern[first:last]}{'…' if last < len(pattern) else ''}”"


def _compiles(pattern: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            re.compile(pattern)
        except (re.error, OverflowError):
            return False
    return True
