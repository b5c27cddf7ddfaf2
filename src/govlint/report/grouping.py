"""Findings with one cause taken together: one broken header on 270 pages is one entry with 270 places."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model.chosen import Chosen, ordered
from ..model.finding import BASELINE, COUNTS, KNOWN, NOTED, WAIVED, Finding, Scan
from ..model.finding import cause as cause_of
from ..model.verdict import CANT_TELL, FAILED, SEVERITIES, UNTESTED

_SETTLED = (COUNTS, NOTED, KNOWN, WAIVED, BASELINE)
_OUTCOMES = (FAILED, CANT_TELL, UNTESTED)


@dataclass(frozen=True, slots=True)
class Group:
    """What one mend would mend, on so many `pages` (different addresses).

    `text` is that of the first place; the others may differ in numbers, and are `varied` then.
    """

    rule: str
    text: str
    outcome: str
    severity: str
    settled: str
    reason: str
    cause: str
    findings: Sequence[Finding]
    pages: int
    varied: bool

    @property
    def places(self) -> int:
        """At how many places it was found."""
        return len(self.findings)


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


def groups(findings: Sequence[Finding]) -> tuple[Group, ...]:
    """Groups in the order of reading: what counts first, then by severity, then by number of pages."""
    findings = in_place_order(findings)
    together: dict[tuple[str, ...], _Members] = {}
    for place, finding in enumerate(findings):
        likeness = _likeness(finding)
        if likeness not in together:
            together[likeness] = _Members(finding)
        together[likeness].add(place, finding)
    return tuple(sorted((members.group(findings, cause) for (cause, *_), members in together.items()), key=_order))


def in_place_order(findings: Sequence[Finding]) -> Chosen[Finding]:
    """The findings in the order of address, line and column."""
    return ordered(findings, lambda finding: _natural(address(finding)), _place_order)


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


def _place_order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    return (
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


class _Members:
    """What becomes a group: places in the order of addresses, of which only those of one part are remembered."""

    def __init__(self, first: Finding) -> None:
        self.first, self.varied = first, False
        self.places = array("L")
        self._pages = 0
        self._here: set[str] = set()  # addresses that are alike but for zeros before a number, and so may come by turns
        self._at: object = None

    def add(self, place: int, finding: Finding) -> None:
        where = address(finding)
        if where not in self._here:
            if _natural(where) != self._at:
                self._here, self._at = set(), _natural(where)
            self._here.add(where)
            self._pages += 1
        self.places.append(place)
        self.varied = self.varied or finding.text != self.first.text

    def group(self, findings: Sequence[Finding], cause: str) -> Group:
        first = self.first
        return Group(
            rule=first.rule, text=first.text, outcome=first.outcome, severity=first.severity, settled=first.settled,
            reason=first.reason, cause=cause, findings=Chosen(findings, self.places), pages=self._pages, varied=self.varied,
        )  # fmt: skip


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


@lru_cache(maxsize=1_000)  # findings of one address come together
def _natural(url: str) -> tuple[tuple[str, int, str], ...]:
    """A key that puts part-10 behind part-9."""
    pairs = re.findall(r"([^0-9]*)([0-9]*)", url)
    return tuple((words, len(digits.lstrip("0")), digits.lstrip("0")) for words, digits in pairs)
