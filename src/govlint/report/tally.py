"""The numbers of a scan: how much was judged, and what came of it."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from ..model.chosen import Chosen, ordered
from ..model.finding import Finding, RuleSummary, Scan, Visit
from ..model.verdict import SEVERITIES, UNTESTED
from . import clean


def visits(scan: Scan) -> Chosen[Visit]:
    """The visits in the order of address and role, read one by one."""
    return ordered(scan.visits, lambda visit: (visit.url, visit.role))


def judged(scan: Scan) -> Counter[str]:
    """How many addresses of each role (page, document, …) were judged."""
    return Counter(visit.role for visit in scan.visits if visit.outcome == "judged")


def visited(scan: Scan) -> Counter[str]:
    """How many addresses were judged, redirected, skipped and unreached."""
    return Counter(visit.outcome for visit in scan.visits)


def older(scan: Scan) -> tuple[int, str]:
    """How many addresses were judged on evidence of an earlier scan, and when the oldest of it was gathered."""
    times = sorted(visit.evidence_at for visit in scan.visits if visit.evidence_at)
    return len(times), times[0] if times else ""


def remembered(scan: Scan) -> int:
    """Of how many addresses something that the browser says was remembered."""
    return sum(bool(visit.remembered) for visit in scan.visits)


def sample(scan: Scan) -> str:
    """How many pages there are in how many groups of alike ones, and at how many of them axe-core looked; empty without a sample."""
    if not scan.alike:
        return ""
    pages = {url for group in scan.alike for url in (*group.examined, *group.others)}
    looked = {visit.url for visit in scan.visits if visit.role == "page" and "axe" in visit.browser}
    examined = pages.intersection(url for group in scan.alike for url in group.examined)
    groups = plural(len(scan.alike), "group")
    others = "" if looked >= examined else f", the browser was asked about {len(examined):,}"
    return (
        f"Sample of alike pages: {plural(len(pages), 'page')} in {groups} of the same structure; "
        f"axe-core looked at {len(looked & pages):,} of them{others}, rules that need no browser judged all"
    )


def like_these(scan: Scan, rule: str, findings: Iterable[Finding]) -> int:
    """How many pages are alike to those of these findings and were not in the sample, so that the rule did not judge them."""
    if not scan.alike:
        return 0
    found = {finding.url for finding in findings}
    others = {url for group in scan.alike if not found.isdisjoint(group.examined) for url in group.others}
    return sum(1 for visit in scan.visits if visit.url in others and visit.outcomes.get(rule) == UNTESTED)


def unlooked(number: int) -> str:
    """The same in words: what else may have these findings."""
    pages = "1 page has" if number == 1 else f"{number:,} pages have"
    return f"{pages} the same structure and {'was' if number == 1 else 'were'} not examined: not in the sample" if number else ""


def severities(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings of each severity, the worst first; severities without any are left out."""
    counted = Counter(finding.severity for finding in findings)
    known = {word: counted.pop(word) for word in reversed(SEVERITIES) if counted.get(word)}
    return known | dict(sorted(counted.items()))


def outcomes(scan: Scan) -> dict[str, Counter[str]]:
    """For each rule that was used: on how many addresses it passed, failed and so on."""
    tallies: dict[str, Counter[str]] = {rule: Counter() for rule in scan.rules}
    for visit in scan.visits:
        for rule, outcome in visit.outcomes.items():
            tallies.setdefault(rule, Counter())[outcome] += 1
    return dict(sorted(tallies.items()))


def findings_by_address(scan: Scan) -> dict[str, Sequence[Finding]]:
    """The findings of every address that has any."""
    found: dict[str, array[int]] = {}
    for place, finding in enumerate(scan.findings):
        found.setdefault(finding.place.url or finding.url, array("L")).append(place)
    return {url: Chosen(scan.findings, places) for url, places in found.items()}


def seconds(scan: Scan) -> float | None:
    """The wall time of the scan; None where its times cannot be read."""
    try:
        length = datetime.fromisoformat(scan.ended) - datetime.fromisoformat(scan.started)
    except (ValueError, TypeError):
        return None
    return length.total_seconds()


def resumed(scan: Scan) -> str:
    """How much was done before an interruption, as "resumed, 212 of 400 done"; empty where nothing was."""
    done, known = scan.options.get("resumed"), scan.options.get("addresses")
    return f"resumed, {done:,} of {known:,} done before" if done and isinstance(known, int) else ""


def home(scan: Scan) -> str:
    """The origin that most addresses of the scan have; empty where there is none."""
    origins = Counter(clean.origin(visit.url) for visit in scan.visits)
    if not origins:
        origins = Counter(clean.origin(finding.url) for finding in scan.findings)
    return origins.most_common(1)[0][0] if origins else ""


def subject(scan: Scan) -> str:
    """What the scan is of, in the user's words: the folder that govlint served, else the origin."""
    origin, served = home(scan), scan.options.get("served")
    return (str(served.get(origin, "")) if isinstance(served, dict) else "") or origin


def rule(scan: Scan, identity: str, severity: str = "") -> RuleSummary:
    """What is known of a rule; its name alone where the scan does not describe it."""
    return scan.rules.get(identity) or RuleSummary(identity, identity, severity)


def plural(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 page", "270 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
