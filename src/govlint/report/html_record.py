"""The record of the HTML report: the numbers, every address, every rule, the tools and options used."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..model.chosen import matching, ordered
from ..model.finding import COUNTS, Finding, Scan
from ..model.verdict import CANT_TELL, FAILED, INAPPLICABLE, PASSED, UNTESTED
from . import tally
from .clean import clean, short, sound
from .grouping import address, groups, selected, severity_rank
from .markup import anchor, code, escaped, table, terms

_OUTCOME_HEADS = {
    PASSED: "Passed",
    FAILED: "Failed",
    CANT_TELL: "To look at",
    UNTESTED: "Not tested",
    INAPPLICABLE: "Did not apply",
}
_ADDRESS_HEADS = ("Address", "Title", "Kind", "Status", "Result", "Findings that count", "Other findings", "Seconds")


def summary(scan: Scan) -> str:
    """The key numbers: what was judged, and what counts by severity."""
    roles = tally.judged(scan)
    counting = selected(groups(scan.findings), FAILED, COUNTS)
    figures = [
        ("Pages judged", f"{roles.pop('page', 0):,}"),
        ("Documents judged", f"{roles.pop('document', 0):,}"),
        ("Other addresses judged", f"{roles.total():,}"),
        ("Rules used", f"{len(scan.rules):,}"),
        ("Causes that count", f"{len(counting):,}"),
        ("Places that count", f"{sum(group.places for group in counting):,}"),
    ]
    severities = sorted({group.severity for group in counting}, key=severity_rank)
    rows = []
    for severity in severities:
        members = matching(counting, lambda group, severity=severity: group.severity == severity)
        places = sum(group.places for group in members)
        pages = len({address(finding) for group in members for finding in group.findings})
        label = f'<span class="severity rank-{min(severity_rank(severity), 4)}">{escaped(severity)}</span>'
        rows.append((label, str(len(members)), f"{places:,}", f"{pages:,}"))
    heads = ("Severity", "Causes", "Places", "Addresses")
    by_severity = table("Findings that count, by severity", heads, rows, heads[1:]) if rows else ""
    return f'<div class="figures">{terms(figures)}</div>{by_severity}'


def addresses(scan: Scan) -> str:
    """Every address that was visited or should have been."""
    found = tally.findings_by_address(scan)
    home = tally.home(scan)
    visits = ordered(scan.visits, lambda visit: (visit.role != "page", visit.role, visit.url))
    rows = (
        (
            anchor(visit.url, short(visit.url, home)),
            escaped(visit.title),
            escaped(visit.role),
            str(visit.status) if visit.status is not None else "none",
            escaped(visit.outcome)
            + (f" on evidence of {_time(visit.evidence_at)}" if visit.evidence_at else "")
            + (f": {escaped(visit.reason)}" if visit.reason else ""),
            _count(found.get(visit.url, ()), counting=True),
            _count(found.get(visit.url, ()), counting=False),
            f"{visit.seconds:.1f}",
        )
        for visit in visits
    )
    return table(f"Addresses: {len(visits):,}", _ADDRESS_HEADS, rows, ("Status", "Findings that count", "Other findings", "Seconds"))


def sample(scan: Scan) -> str:
    """Which pages were examined in a browser, and which are alike to them and were not."""
    home = tally.home(scan)
    rows = (
        (code(group.group), f"{len(group.examined):,}", f"{len(group.others):,}", _listed(group.examined, home), _listed(group.others, home))
        for group in scan.alike
    )
    heads = ("Group", "Examined", "Not examined", "Pages examined in a browser", "Alike pages that were not")
    return f"<p>{escaped(tally.sample(scan))}.</p>" + table(f"Groups of alike pages: {len(scan.alike):,}", heads, rows, heads[1:3])


def rules(scan: Scan) -> str:
    """Every rule with its tally over the addresses that it was run on."""
    counted = tally.outcomes(scan)
    heads = ("Rule", "Requirement", "Severity", *_OUTCOME_HEADS.values(), "Version")
    rows = []
    for identity, outcomes in counted.items():
        rule = tally.rule(scan, identity)
        rows.append(
            (
                anchor(rule.help_url, identity),
                escaped(rule.title),
                escaped(rule.severity),
                *(str(outcomes[outcome]) for outcome in _OUTCOME_HEADS),
                code(rule.version),
            )
        )
    return table(f"Rules: {len(rows):,}", heads, rows, tuple(_OUTCOME_HEADS.values()))


def run(scan: Scan) -> str:
    """What was asked, from when to when, with which options and tools."""
    length = tally.seconds(scan)
    asked = terms(
        (
            ("Targets", "<ul>" + "".join(f"<li>{anchor(one, one)}</li>" for one in scan.targets) + "</ul>"),
            ("Profile", escaped(scan.profile) + (f": {escaped(scan.profile_reason)}" if scan.profile_reason else "")),
            ("Started", _time(scan.started)),
            ("Ended", _time(scan.ended)),
            ("Length", f"{length:.1f} seconds" if length is not None else "not known"),
            ("Exit code", escaped(scan.exit_code)),
        )
    )
    tools = [(escaped(name), code(version)) for name, version in sorted(scan.tools.items())]
    options = [(code(name), code(_said(value))) for name, value in sorted(scan.options.items())]
    return asked + table("Tools", ("Tool", "Version"), tools) + table("Options", ("Option", "Value"), options)


def _listed(urls: tuple[str, ...], home: str) -> str:
    return "<ul>" + "".join(f"<li>{anchor(url, short(url, home))}</li>" for url in urls) + "</ul>" if urls else "none"


def _count(findings: Iterable[Finding], counting: bool) -> str:
    return str(sum(1 for one in findings if (one.settled == COUNTS and one.outcome == FAILED) is counting))


def _time(time: str) -> str:
    return f'<time datetime="{escaped(time)}">{escaped(time)}</time>'


def _said(value: object) -> str:
    return clean(value) if isinstance(value, str) else json.dumps(sound(value), ensure_ascii=False)
