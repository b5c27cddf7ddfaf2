"""What a rule's cases came to: the faults to mend, and what an author should know besides."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..evidence.fact import Fact
from .cases import Case, read_cases, unsaid
from .rule import Rule
from .trial import differences, lay_out
from .written import RuleError

DRAFTED = re.compile(r"\bREPLACE\b")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault and its place; `lines` tell more, one a line."""

    path: str
    line: int
    column: int
    text: str
    lines: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n".join([f"{self.path}:{self.line}:{self.column}: {self.text}", *(f"  {line}" for line in self.lines)])


@dataclass(frozen=True, slots=True)
class Examined:
    """The number of a rule's cases, its faults, and warnings."""

    rule: str
    cases: int
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()


def examine(rule: Rule, facts: Mapping[str, Fact]) -> Examined:
    """All cases of a rule, judged; nothing is raised."""
    try:
        cases = read_cases(rule, facts)
    except RuleError as error:
        return Examined(rule.id, 0, (_fault(error),))
    found = [fault for case in cases if (fault := examine_case(case, facts))]
    return Examined(rule.id, len(cases), (*found, *drafted(rule)), tuple(_unsaid(rule, cases)))


def examine_case(case: Case, facts: Mapping[str, Fact]) -> Fault | None:
    """How a case came out otherwise than it says; None where it did not."""
    try:
        found = differences(lay_out(case, facts))
    except RuleError as error:
        return _fault(error, f"in the case “{case.name}”: ")
    except Exception as error:  # whatever a check raises is told with its line
        return _crash(case, error)
    return Fault(str(case.path), case.line, 1, case.name, tuple(map(str, found))) if found else None


def drafted(rule: Rule) -> list[Fault]:
    """The texts of a new rule that nobody has written yet."""
    texts = {"title": rule.title, "why": rule.why, "fix": rule.fix}
    texts |= {f"messages/{key}": text for key, text in rule.messages.items()}
    path = str((rule.folder or Path(rule.id)) / "rule.yaml")
    texts["standards"] = "REPLACE" if any(name.endswith("/replace-this") for name in rule.standards) else ""
    return [
        Fault(path, *rule.places.get(name, (1, 1)), f"“{name.rpartition('/')[2]}” still says what to write there")
        for name, text in texts.items()
        if DRAFTED.search(text)
    ]


def _unsaid(rule: Rule, cases: list[Case]) -> list[Fault]:
    path = str((rule.folder or Path(rule.id)) / "rule.yaml")
    return [
        Fault(path, *rule.places.get(f"messages/{key}", (1, 1)), f"no case says the message “{key}”; add one")
        for key in unsaid(rule, cases)
    ]


def _fault(error: RuleError, before: str = "") -> Fault:
    return Fault(error.path, error.line, error.column, before + error.text)


def _crash(case: Case, error: Exception) -> Fault:
    """The fault of a check that raised: the last line of it that ran, and what was raised there."""
    folder = str(case.path.parent)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename.startswith(folder)] or [frames[-1]]
    text = f"the case “{case.name}” ends in {type(error).__name__}: {error}"
    return Fault(own[-1].filename, own[-1].lineno or 1, 1, text, (own[-1].line or "",))
