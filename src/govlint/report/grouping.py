"""Findings with one cause taken together: one broken header on 270 pages is one entry with 270 places."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from ..model.chosen import Chosen, Made, matching, ordered
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


def groups(findings: Sequence[Finding]) -> Sequence[Group]:
    """Groups in the order of reading: what counts first, then by severity, then by number of pages.

    Each is made when it is asked for: on a large site with a fault of its own on each page there are as many as findings.
    """
    return ordered(_Groups(in_place_order(findings)), _order)


def in_place_order(findings: Sequence[Finding]) -> Chosen[Finding]:
    """The findings in the order of address, line and column."""
    return ordered(findings, lambda finding: (_natural(address(finding)), _place_order(finding)))


def selected(every: Sequence[Group], outcome: str, *settled: str) -> Chosen[Group]:
    """The groups with this outcome and one of these ways of being settled."""
    return matching(every, lambda group: group.outcome == outcome and group.settled in settled)


def settled_as(every: Sequence[Group], settled: str) -> Chosen[Group]:
    """The groups that are settled in this way, whatever their outcome."""
    return matching(every, lambda group: group.settled == settled)


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
    return _cause(finding), finding.rule, finding.outcome, finding.severity, finding.settled, finding.reason


def _cause(finding: Finding) -> str:
    return finding.cause or cause_of(finding.rule, finding.outcome, finding.text, finding.place.excerpt)


class _Groups(Made[Group]):
    """The groups of findings in no order of reading; in memory are the place of each finding, and three numbers for each group."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        likenesses, addresses, texts = array("Q"), array("Q"), array("Q")
        for finding in findings:
            likenesses.append(_digest(*_likeness(finding)))
            addresses.append(_digest(address(finding)))
            texts.append(_digest(finding.text))
        self._findings = findings
        self._places = array("I")  # of the first group, of the second, and so on
        self._starts = array("I")
        before = None
        for place in ordered(range(len(findings)), likenesses.__getitem__):
            if likenesses[place] != before:
                before = likenesses[place]
                self._starts.append(len(self._places))
            self._places.append(place)
        self._pages = array("I", (len({addresses[one] for one in self._members(group)}) for group in range(len(self))))
        self._varied = bytearray(len({texts[one] for one in self._members(group)}) > 1 for group in range(len(self)))

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, place: int) -> Group:
        """One group; its findings are read when they are asked for."""
        places = self._members(place)
        first = self._findings[places[0]]
        return Group(
            rule=first.rule, text=first.text, outcome=first.outcome, severity=first.severity, settled=first.settled,
            reason=first.reason, cause=_cause(first), findings=Chosen(self._findings, places),
            pages=self._pages[place], varied=bool(self._varied[place]),
        )  # fmt: skip

    def _members(self, group: int) -> array[int]:
        """The places of its findings."""
        return self._places[self._starts[group] : self._starts[group + 1] if group + 1 < len(self) else None]


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


def _digest(*words: str) -> int:
    told = b"\0".join(word.encode("utf-8", "surrogatepass") for word in words)
    return int.from_bytes(blake2b(told, digest_size=8).digest(), "big")  # a million of them are alike by chance once in 10^7 scans


def _rank(word: str, words: tuple[str, ...]) -> int:
    return words.index(word) if word in words else len(words)


@lru_cache(maxsize=128)  # findings of one address come together
def _natural(url: str) -> tuple[tuple[str, int, str], ...]:
    """A key that puts part-10 behind part-9."""
    pairs = re.findall(r"([^0-9]*)([0-9]*)", url)
    return tuple((words, len(digits.lstrip("0")), digits.lstrip("0")) for words, digits in pairs)
