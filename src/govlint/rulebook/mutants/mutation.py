"""What became of a rule's mutants: a mutant is caught if some case comes out otherwise, crashes or does not end."""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

from ...evidence.fact import Fact, Inapplicable, NotGathered
from ..cases import read_cases
from ..rule import Rule
from ..trial import Trial, differences, lay_out
from .check import check_mutants
from .mutant import Mutant
from .sheet import sheet_mutants

SECONDS = 2.0
AGAIN = 0.05


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that no case noticed."""

    path: str
    line: int
    change: str


@dataclass(frozen=True, slots=True)
class Mutation:
    """How many mutants of a rule were made and caught, and those that were not.

    `fault` says why none was made, where the rule's cases fail as it stands.
    """

    rule: str
    made: int
    survivors: tuple[Survivor, ...]
    fault: str = ""

    @property
    def caught(self) -> int:
        """The number of mutants that a case noticed."""
        return self.made - len(self.survivors)

    def is_enough(self, percent: float) -> bool:
        """Whether at least so many of a hundred mutants were caught."""
        return not self.fault and self.caught * 100 >= self.made * percent


class _TooLong(BaseException):
    """Not an Exception, so that no check catches it."""


def mutate(rule: Rule, facts: Mapping[str, Fact]) -> Mutation:
    """All mutants of a rule, each against the rule's cases; raises RuleError for a fault of the cases."""
    assert rule.folder, f"{rule.id} has no folder"
    trials = [lay_out(case, facts) for case in read_cases(rule, facts)]
    for trial in trials:
        if found := differences(trial):
            return Mutation(rule.id, 0, (), f"{trial.case.path}:{trial.case.line}: “{trial.case.name}” fails: {found[0]}")
    said = [_words(trial, rule) for trial in trials]
    made, survivors = 0, []
    for mutant in mutants(rule):
        is_caught, first = _is_caught(mutant, rule, trials)
        if is_caught:
            # What caught the last one is likely to catch the next.
            trials.insert(0, trials.pop(first))
            said.insert(0, said.pop(first))
        elif mutant.words and _reads_otherwise(mutant, rule, trials, said):
            continue
        else:
            survivors.append(Survivor(str(mutant.path), mutant.line, mutant.change))
        made += 1
    return Mutation(rule.id, made, tuple(survivors))


def mutants(rule: Rule) -> Iterator[Mutant]:
    """All mutants of a rule, in the order of its file."""
    assert rule.folder, f"{rule.id} has no folder"
    check = rule.folder / "check.py"
    return check_mutants(check, rule.folder.parent) if check.exists() else sheet_mutants(rule)


def _is_caught(mutant: Mutant, rule: Rule, trials: list[Trial]) -> tuple[bool, int]:
    """Whether a case notices, and the number of the one that did."""
    number = 0
    try:
        with _limit(SECONDS):
            changed = replace(rule, tell=mutant.make())
            for number, trial in enumerate(trials):
                if differences(trial, changed):
                    return True, number
    except (Exception, SystemExit, _TooLong):
        return True, number
    return False, number


def _reads_otherwise(mutant: Mutant, rule: Rule, trials: list[Trial], said: list[Any]) -> bool:
    """Whether a changed word shows in what a user reads, and in nothing that a case lists."""
    changed = replace(rule, tell=mutant.make())
    return any(_words(trial, changed) != words for trial, words in zip(trials, said, strict=True))


def _words(trial: Trial, rule: Rule) -> Any:
    """All that is said of a case, with the data that fill the messages."""
    try:
        return [(verdict.place, verdict.data) for verdict in rule.judge(trial.evidence, trial.pages)]
    except (Inapplicable, NotGathered):
        return []


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Stop what takes too long, counted in our own work so that a busy machine changes nothing.

    Only the main thread can be stopped so, and only where the system has such a timer.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    armed = [True]

    def stop(*_: Any) -> None:
        if armed:
            raise _TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    # An alarm that comes while the garbage collector calls somebody back is lost, so it rests; one lost
    # in a finaliser comes again.
    collects = gc.isenabled()
    gc.disable()
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        while armed:  # an alarm may come even here
            with suppress(_TooLong):
                armed.clear()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if collects:
            gc.enable()
        signal.signal(signal.SIGVTALRM, before)
