"""Findings with one cause taken together: one broken header on 270 pages is one entry with 270 places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..model.finding import BASELINE, COUNTS, KNOWN, NOTED, WAIVED, Finding, Scan
from ..model.finding import cause as cause_of
from ..model.verdict import CANT_TELL, FAILED, SEVERITIES, UNTESTED

_SETTLED = (COUNTS, NOTED, KNOWN, WAIVED, BASELINE)
_OUTCOMES = (FAILED, CANT_TELL, UNTESTED)


@dataclass(frozen=True, slots=True)
class Group:
    """What one mend would mend. `text` is that of the first place; the others may differ in numbers."""

    rule: str
    text: str
    outcome: str
    severity: str
    settled: str
    reason: str
    cause: str
    findings: tuple[Finding, ...]

    @property
    def places(self) -> int:
        """At how many places it was found."""
        return len(self.findings)

    @property
    def pages(self) -> int:
        """On how many different addresses it was found."""
        return len({address(finding) for finding in self.findings})

    @property
    def varied(self) -> bool:
        """Whether not all places have the same text."""
        return any(finding.text != self.text for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Gap:
    """What could not be tested for one reason; no rules where whole addresses were not judged."""

    reason: str
    rules: tuple[str, ...]
    addresses: tuple[str, ...]
    counts: bool

    @property
    def unjudged(self) -> tuple[str, ...]:
        """The rules that said nothing; those of the engine only name the reason."""
        return tuple(rule for rule in self.rules if not rule.startswith("engine/"))


def address(finding: Finding) -> str:
    """Where the finding lies: for a rule over a whole site that can be another page than the judged one."""
    return finding.place.url or finding.url


def groups(findings: tuple[Finding, ...]) -> tuple[Group, ...]:
    """Groups in the order of reading: what counts first, then by severity, then by number of pages."""
    together: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        together.setdefault(_likeness(finding), []).append(finding)
    return tuple(sorted((_group(members) for members in together.values()), key=_order))


def selected(every: tuple[Group, ...], outcome: str, *settled: str) -> tuple[Group, ...]:
    """The groups with this outcome and one of these ways of being settled."""
    return tuple(group for group in every if group.outcome == outcome and group.settled in settled)


def gaps(scan: Scan) -> tuple[Gap, ...]:
    """What could not be tested, by reason; the widest gap first."""
    rules: dict[str, set[str]] = {}
    addresses: dict[str, set[str]] = {}
    counting: set[str] = set()
    for finding in scan.findings:
        if finding.outcome != UNTESTED:
            continue
        rules.setdefault(finding.text, set()).add(finding.rule)
        addresses.setdefault(finding.text, set()).add(address(finding))
        if finding.settled == COUNTS:
            counting.add(finding.text)
    for visit in scan.visits:
        if visit.outcome not in ("skipped", "unreached"):
            continue
        reason = visit.reason or f"The address was {visit.outcome}."
        rules.setdefault(reason, set())
        addresses.setdefault(reason, set()).add(visit.url)
    found = [
        Gap(reason, tuple(sorted(rules[reason])), tuple(sorted(addresses[reason], key=_natural)), reason in counting)
        for reason in rules
    ]
    return tuple(sorted(found, key=lambda gap: (not gap.counts, -len(gap.addresses), -len(gap.rules), gap.reason)))


def severity_rank(severity: str) -> int:
    """0 for the worst severity; a word that is not known comes last."""
    return len(SEVERITIES) - 1 - SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


def place_order(finding: Finding) -> tuple[object, ...]:
    """A sorting key that puts places in the order of address, line and column."""
    place = finding.place
    return (
        _natural(address(finding)),
        place.line or 0,
        place.column or 0,
        place.selector,
        place.excerpt,
        finding.vantage,
        finding.rule,
        finding.text,
        finding.fingerprint,
    )


def _likeness(finding: Finding) -> tuple[str, ...]:
    cause = finding.cause or cause_of(finding.rule, finding.outcome, finding.text, finding.place.excerpt)
    return cause, finding.rule, finding.outcome, finding.severity, finding.settled, finding.reason


def _group(members: list[Finding]) -> Group:
    ordered = sorted(members, key=place_order)
    first = ordered[0]
    return Group(
        rule=first.rule,
        text=first.text,
        outcome=first.outcome,
        severity=first.severity,
        settled=first.settled,
        reason=first.reason,
        cause=_likeness(first)[0],
        findings=tuple(ordered),
    )


def _order(group: Group) -> tuple[object, ...]:
    return (
        _rank(group.settled, _SETTLED),
        _rank(group.outcome, _OUTCOMES),
        severity_rank(group.severity),
        -group.pages,
        -group.places,
        group.rule,
        group.text,
        group.cause,
        group.reason,
    )


def _rank(word: str, words: tuple[str, ...]) -> int:
    return words.index(word) if word in words else len(words)


@lru_cache(maxsize=10_000)  # keys of one address are then one object: a sort holds a key for each finding
def _natural(url: str) -> tuple[tuple[str, int, str], ...]:
    """A key that puts part-10 behind part-9."""
    pairs = re.findall(r"([^0-9]*)([0-9]*)", url)
    return tuple((words, len(digits.lstrip("0")), digits.lstrip("0")) for words, digits in pairs)
