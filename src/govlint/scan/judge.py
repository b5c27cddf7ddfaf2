"""Rule and evidence in, verdicts out; pure. What was not gathered is Untested, and a crash is too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..evidence.fact import Evidence, Inapplicable, NotGathered
from ..facts.place import find, position
from ..model.finding import KNOWN, Finding, cause, fingerprint
from ..model.verdict import FAILED, INAPPLICABLE, PASSED, UNTESTED, Place, Verdict, worst
from ..rulebook.rule import Rule, say
from .engine import trouble

Ask = Callable[[Rule, Evidence, dict[str, Evidence]], list[Verdict]]
Locate = Callable[[Place, Evidence], Place]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The findings on one thing, and one word for each rule that looked at it."""

    findings: tuple[Finding, ...]
    outcomes: dict[str, str]


def located(place: Place, evidence: Evidence) -> Place:
    """The place with line and column, if the same element stands in the served source."""
    if not place.selector:
        return place
    try:
        node = find(evidence.get("source"), place.selector)
    except (Inapplicable, NotGathered):
        return place
    if node is None or (place.excerpt and not place.excerpt.lower().startswith("<" + (node.tag or ""))):
        return place
    line, column = position(node)
    return replace(place, line=line, column=column)


def page(
    rules: Iterable[Rule], evidence: Evidence, url: str, role: str, ask: Ask = Rule.judge, locate: Locate = located
) -> Judgement:
    """Judge one snapshot by each rule that looks at things of its role.

    `ask` gives a rule's verdicts on the evidence, `locate` a place with its line.
    """
    looking = [(rule, evidence, {}) for rule in rules if not rule.of_site and role in rule.judges]
    return _judged(looking, url, evidence, ask, locate)


def site(rules: Iterable[Rule], pages: Mapping[str, tuple[str, Evidence]], resources: Evidence, url: str) -> Judgement:
    """Judge a whole site: `pages` is (role, evidence) by address, `resources` has its well-known facts."""
    looking = [
        (rule, resources, {address: evidence for address, (role, evidence) in pages.items() if role in rule.judges})
        for rule in rules
        if rule.of_site
    ]
    return _judged(looking, url, None)


def _judged(
    looking: list[tuple[Rule, Evidence, dict[str, Evidence]]], url: str, source: Evidence | None, ask: Ask = Rule.judge,
    locate: Locate = located,
) -> Judgement:  # fmt: skip
    """Each rule on its evidence; `source` knows the lines of places, None where places name their own address."""
    findings: list[Finding] = []
    outcomes: dict[str, str] = {}
    untested: dict[str, list[str]] = {}
    for rule, evidence, pages in looking:
        try:
            verdicts = ask(rule, evidence, pages)
            found = [_finding(rule, verdict, _address(rule, verdict, url), source, locate) for verdict in verdicts]
        except Inapplicable:
            continue
        except NotGathered as missing:
            outcomes[rule.id] = UNTESTED
            untested.setdefault(str(missing), []).append(rule.id)
            continue
        except Exception as error:  # any fault of a rule is told, and the scan goes on
            outcomes[rule.id] = UNTESTED
            findings.append(_crash(rule, url, error))
            continue
        outcomes[rule.id] = worst([verdict.outcome for verdict in verdicts])
        findings += [f for f, v in zip(found, verdicts, strict=True) if v.outcome != PASSED]
    findings += [_not_gathered(url, reason, names) for reason, names in untested.items()]
    return Judgement(tuple(findings), {k: v for k, v in outcomes.items() if v != INAPPLICABLE})


def _finding(rule: Rule, verdict: Verdict, url: str, evidence: Evidence | None, locate: Locate) -> Finding:
    text = say(rule, verdict)
    place = verdict.place
    if place.url or rule.of_site:
        place = replace(place, selector=place.selector if place.url else "", url=None)
    elif place.line is None and evidence is not None:
        place = locate(place, evidence)
    reason = rule.known_reason(place.excerpt, text) if verdict.outcome != PASSED else ""
    return Finding(
        rule=rule.id, outcome=verdict.outcome, severity=rule.severity, url=verdict.place.url or url, place=place,
        key=verdict.key, text=text, settled=KNOWN if reason else "", reason=reason,
        fingerprint=fingerprint(rule.id, verdict.place.url or url, place, verdict.key),
        cause=cause(rule.id, verdict.outcome, text, place.excerpt),
        majors=_majors(rule, evidence) if verdict.outcome != PASSED else (),
    )  # fmt: skip


def _majors(rule: Rule, evidence: Evidence | None) -> tuple[int, ...]:
    """The versions that the page may use, where the rule shows other markup for other versions and the page tells."""
    if not rule.majors or evidence is None:
        return ()
    try:
        return tuple(evidence.get(rule.majors))
    except (Inapplicable, NotGathered):
        return ()


def _address(rule: Rule, verdict: Verdict, url: str) -> str:
    return verdict.place.url or (verdict.place.selector if rule.of_site else "") or url


def _not_gathered(url: str, reason: str, rules: list[str]) -> Finding:
    count = f"{len(rules)} rules" if len(rules) > 1 else rules[0]
    return trouble("not-gathered", url, f"{reason.rstrip('.')}. Not tested: {count}.")


def _crash(rule: Rule, url: str, error: Exception) -> Finding:
    said: Any = str(error) or "no message"
    finding = trouble("rule-crashed", url, f"{rule.id} crashed: {type(error).__name__}: {said}")
    return replace(finding, cause=cause("engine/rule-crashed", FAILED, rule.id, type(error).__name__))
