"""What counts: profile, threshold, waivers, baseline, exit code. Changes nothing of what was found."""

from __future__ import annotations

import fnmatch
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..model.finding import BASELINE, COUNTS, KNOWN, NOTED, WAIVED, Finding
from ..model.verdict import FAILED, SEVERITIES, UNTESTED
from ..rulebook.rule import PROFILES, Rule

CLEAN, FINDINGS, MISUSE, INCOMPLETE = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that somebody accepts: rule and address may be globs, `until` is the last day it holds."""

    rule: str
    address: str
    reason: str
    until: date | None = None
    who: str = ""

    def covers(self, finding: Finding, today: date) -> bool:
        """Whether this waiver accepts that finding today."""
        in_time = self.until is None or today <= self.until
        return in_time and fnmatch.fnmatchcase(finding.rule, self.rule) and fnmatch.fnmatchcase(finding.url, self.address)


def settle(
    findings: Iterable[Finding], fail_on: str, waivers: Iterable[Waiver], baseline: frozenset[str], today: date
) -> Iterator[Finding]:
    """Each finding with its `settled` word and, where it does not count by decision, the reason."""
    waivers = tuple(waivers)
    return (_settled(f, fail_on, waivers, baseline, today) for f in findings)


def profile_of(signs: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The profile that most pages speak for, and why; the more particular one on a tie."""
    counted = Counter(tuple(sign) for sign in signs)
    if not counted:
        return PROFILES[-1], "no page could be read"
    (profile, why), pages = max(counted.items(), key=lambda item: (item[1], -PROFILES.index(item[0][0])))
    return profile, f"{why} ({pages} of {counted.total()} pages)"


def applying(findings: Iterable[Finding], rules: Mapping[str, Rule], profile: str) -> Iterator[Finding]:
    """The findings of rules that this profile has."""
    return (f for f in findings if f.rule not in rules or profile in rules[f.rule].profiles)


def exit_code(findings: Iterable[Finding]) -> tuple[int, str]:
    """The exit code and a sentence that says why. What was not tested weighs more than what was found."""
    failed, untested = 0, set()
    for finding in findings:
        if finding.settled == COUNTS and finding.outcome == UNTESTED:
            untested.add(finding.url)
        elif finding.settled == COUNTS:
            failed += 1
    found = f"{failed} {'finding counts' if failed == 1 else 'findings count'}"
    if untested:
        places = len(untested)
        what = f"at {places} {'address' if places == 1 else 'addresses'} something that was asked for could not be tested"
        return INCOMPLETE, f"Incomplete: {what}" + (f", and {found}." if failed else ".")
    if failed:
        return FINDINGS, f"Not compliant: {found}."
    return CLEAN, "Clean: no finding counts."


def _settled(finding: Finding, fail_on: str, waivers: tuple[Waiver, ...], baseline: frozenset[str], today: date) -> Finding:
    if finding.settled in (KNOWN, NOTED):
        return finding
    waiver = next((w for w in waivers if w.covers(finding, today)), None)
    if waiver:
        who = f" ({waiver.who})" if waiver.who else ""
        return replace(finding, settled=WAIVED, reason=waiver.reason + who)
    if finding.fingerprint in baseline:
        return replace(finding, settled=BASELINE, reason="It stood in the baseline already.")
    if finding.outcome == UNTESTED:
        return replace(finding, settled=COUNTS)
    heavy = SEVERITIES.index(finding.severity) >= SEVERITIES.index(fail_on)
    return replace(finding, settled=COUNTS if finding.outcome == FAILED and heavy else NOTED)
