"""A mutant: a rule with one small thing changed, which some case should notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...model.verdict import Verdict

Tell = Callable[..., Iterable[Verdict]]
LONGEST = 70


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed rule: where it was changed and how; `make` gives the changed check.

    `words` says that a word was changed, which may be no more than what a user reads: cases do not list texts.
    """

    path: Path
    line: int
    change: str
    make: Callable[[], Tell]
    words: bool = False


def turned(old: Any, new: Any) -> str:
    """`old → new`, each cut to a readable length."""
    return f"{_cut(str(old))} → {_cut(str(new))}"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
