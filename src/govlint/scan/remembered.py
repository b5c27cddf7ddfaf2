"""Verdicts that are remembered: a rule that is the same, on facts that are the same, is not asked again.

A layer around judging, which stays a pure function: the verdicts given back are those that the rule would give.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from ..evidence.fact import Evidence, Fact, Inapplicable, NotGathered
from ..evidence.memory import Entry, Memory, observed, place_of
from ..evidence.plain import NotPlain, read, written
from ..evidence.snapshot import Snapshot
from ..model.verdict import PASSED, UNTESTED, Place, Verdict
from ..rulebook.rule import Rule
from . import judge
from .digests import Digests, code_version
from .judge import Judgement


class Remembered:
    """One thing that is judged, with what is remembered of it; without a memory all is worked out.

    The record in the memory has for each rule: the key of the facts that its verdicts follow from, the key of the facts
    that it named where these are plain data, and the verdicts; None for a rule that did not apply. Beside them it has
    facts by name with their keys, and the lines of places with the key of the source.
    """

    def __init__(self, evidence: Evidence, facts: Mapping[str, Fact], snapshot: Snapshot, memory: Memory | None) -> None:
        self._evidence, self._snapshot, self._memory = evidence, snapshot, memory
        self._role, self._url = evidence.get("role"), evidence.get("url")
        self._place = place_of(self._url, snapshot.job.vantage, f"verdicts:{self._role}")
        record = (memory.recall(self._place) if memory else None) or {}
        self._rules, self._facts, self._lines = (dict(record.get(name, {})) for name in ("rules", "facts", "lines"))
        self._digests = Digests(evidence, facts)
        self._is_new = False

    def judge(self, rules: Iterable[Rule]) -> Judgement:
        """Judge it, as far as that is not remembered."""
        if self._memory is None:
            return judge.page(rules, self._evidence, self._url, self._role)
        source = self._digests.of("source")
        if self._lines.get("") != source:
            self._lines = {"": source}
        judgement = judge.page(rules, self._evidence, self._url, self._role, self.of, self._located)
        for rule, outcome in judgement.outcomes.items():
            if outcome == UNTESTED:  # it may have crashed on what was not kept of it
                self._rules.pop(rule, None)
        return judgement

    def fact(self, name: str, work_out: Callable[[], Any], made: str = "") -> Any:
        """What is made of a fact, remembered or worked out; `made` names what, if it is not the fact itself."""
        if self._memory is None:
            return work_out()
        key = f"{code_version()[:16]} {self._digests.of(name)}"
        place = f"{name} {made}".rstrip()
        known = self._facts.get(place)
        if known and known[0] == key:
            with suppress(NotPlain, KeyError, TypeError, ValueError):
                return read(known[1])
        value = work_out()
        if isinstance(value, NotGathered):  # it may be there another time, with other limits
            self._facts.pop(place, None)
            return value
        try:
            self._facts[place] = [key, written(value)]
            self._is_new = True
        except NotPlain:
            self._facts.pop(place, None)
        return value

    def entries(self) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
        """What is to be remembered, and the places of what was of use."""
        if self._memory is None:
            return (), ()
        new, used = observed(self._snapshot)
        if self._is_new:
            record = {"rules": self._rules, "facts": self._facts, "lines": self._lines}
            return (*new, Entry(self._place, "", record)), tuple(used)
        return tuple(new), (*used, self._place)

    def _located(self, place: Place, evidence: Evidence) -> Place:
        name = f"{place.selector}\0{place.excerpt[:80]}"
        if name not in self._lines:
            found = judge.located(place, evidence)
            self._lines[name], self._is_new = [found.line, found.column], True
        line, column = self._lines[name]
        return replace(place, line=line, column=column) if line is not None else place

    def of(self, rule: Rule, evidence: Evidence, pages: dict[str, Evidence]) -> list[Verdict]:
        """A rule's verdicts, remembered or new; raises what the rule raises."""
        key = self._key(rule, self._digests.of)
        known = self._rules.get(rule.id)
        if known and known[0] == key:
            return _given(known[2])
        narrow = self._narrow_key(rule) if known and known[1] else ""
        if narrow and known[1] == narrow:
            self._keep(rule, key, narrow, known[2])
            return _given(known[2])
        try:
            verdicts = rule.judge(evidence, pages)
        except Inapplicable:
            self._keep(rule, key, narrow or self._narrow_key(rule), None)
            raise
        self._keep(rule, key, narrow or self._narrow_key(rule), _plain(verdicts))
        return verdicts

    def _keep(self, rule: Rule, key: str, narrow: str, verdicts: list[Any] | None) -> None:
        self._rules[rule.id] = [key, narrow, verdicts]
        self._is_new = True

    def _key(self, rule: Rule, digest: Any) -> str:
        parts = [code_version(), rule.id, rule.version, *(f"{name}={digest(name)}" for name in (*rule.needs, *rule.optional))]
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

    def _narrow_key(self, rule: Rule) -> str:
        """The key by the facts themselves; empty where one of them is no plain data, as a tree."""
        names = (*rule.needs, *rule.optional)
        return self._key(rule, self._digests.of_value) if all(map(self._digests.of_value, names)) else ""


def _plain(verdicts: list[Verdict]) -> list[Any]:
    """The verdicts as plain data; of those that passed one stands for all, for they only say that the rule applied."""
    telling = [verdict for verdict in verdicts if verdict.outcome != PASSED]
    passed = [Verdict(PASSED, Place(), verdict.key, verdict.data) for verdict in verdicts if verdict.outcome == PASSED]
    return [
        [v.outcome, v.place.selector, v.place.line, v.place.column, v.place.excerpt, v.place.url, v.key, _texts(v.data)]
        for v in telling or passed[:1]
    ]


def _texts(data: dict[str, Any]) -> dict[str, str]:
    """What fills a message, as it will be said."""
    return {name: str(value) for name, value in data.items()}


def _given(kept: list[Any] | None) -> list[Verdict]:
    if kept is None:
        raise Inapplicable("as before")
    return [
        Verdict(outcome, Place(selector, line, column, excerpt, url), key, data)
        for outcome, selector, line, column, excerpt, url, key, data in kept
    ]
