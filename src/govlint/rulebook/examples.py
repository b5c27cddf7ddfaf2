"""Examples of a rule: its first case that fails and its first that does not, with what the user would read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..evidence.fact import Fact, Inapplicable
from ..model.verdict import CANT_TELL, FAILED
from .cases import Case, read_cases
from .rule import Rule, say
from .trial import lay_out

WIDEST = 80


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that a case gives: what it is, its text, and the address of its page in a whole site."""

    what: str
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One verdict as the user reads it."""

    outcome: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A case as something to learn from; `wrong` says whether there is something to mend or to look at."""

    name: str
    wrong: bool
    given: tuple[Given, ...]
    says: tuple[Said, ...]


def examples(rule: Rule, facts: Mapping[str, Fact]) -> tuple[Example, ...]:
    """The first case that fails (where none does, that a person has to look at) and the first that is fine."""
    if rule.folder is None or not (rule.folder / "cases.yaml").exists():
        return ()
    cases = [case for case in read_cases(rule, facts) if not case.untested]
    failing = _first(cases, FAILED) or _first(cases, CANT_TELL)
    fine = [case for case in cases if not _outcomes(case) & {FAILED, CANT_TELL}]
    # A case without a verdict shows less: it may only say that the rule has nothing to do there.
    passing = next((case for case in fine if case.expected), fine[0] if fine else None)
    return tuple(_example(rule, case, facts) for case in (failing, passing) if case is not None)


def _first(cases: Iterable[Case], outcome: str) -> Case | None:
    return next((case for case in cases if outcome in _outcomes(case)), None)


def _outcomes(case: Case) -> set[str]:
    return {outcome for outcome, _ in case.expected}


def _example(rule: Rule, case: Case, facts: Mapping[str, Fact]) -> Example:
    given = [Given(name, _text(value)) for name, value in case.facts.items()]
    given += [Given(name, _text(value), address) for address, page in case.site.items() for name, value in page.items()]
    return Example(case.name, bool(_outcomes(case) & {FAILED, CANT_TELL}), tuple(given), tuple(_says(rule, case, facts)))


def _says(rule: Rule, case: Case, facts: Mapping[str, Fact]) -> list[Said]:
    # The rule may be in another language than the one that the case was read with.
    trial = lay_out(replace(case, rule=rule), facts)
    try:
        verdicts = rule.judge(trial.evidence, trial.pages)
    except Inapplicable:
        return []
    return [Said(v.outcome, " ".join(filter(None, (v.place.url, v.place.selector))), say(rule, v)) for v in verdicts]


def _text(value: Any) -> str:
    """A fact as it was written, or as JSON: in one line where that is short."""
    if isinstance(value, str):
        return value.strip("\n")
    short = json.dumps(value, ensure_ascii=False)
    return short if len(short) <= WIDEST else json.dumps(value, ensure_ascii=False, indent=2)
