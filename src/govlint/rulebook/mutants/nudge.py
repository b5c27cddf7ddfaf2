"""A nudge: one small change to a text, and what it did in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nudge:
    """The changed text and what was changed, ready to follow “survived:”."""

    text: str
    change: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Text between two offsets replaced by another."""

    start: int
    end: int
    by: str
    change: str


def applied(text: str, edits: Iterable[Edit]) -> Iterator[Nudge]:
    """A nudge for each edit that changes something; none twice."""
    seen = {text}
    for edit in edits:
        changed = text[: edit.start] + edit.by + text[edit.end :]
        if changed not in seen:
            seen.add(changed)
            yield Nudge(changed, edit.change)


def without_one(text: str, parts: list[tuple[int, int]], what: str) -> Iterator[Edit]:
    """Each of several parts left out, with the separator that joins it to a neighbour."""
    for number, (start, end) in enumerate(parts):
        first, last = (parts[number - 1][1], end) if number else (start, parts[1][0])
        yield Edit(first, last, "", f"{what} “{text[start:end]}” left out")
