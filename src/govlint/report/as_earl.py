"""EARL 1.0 as JSON-LD, in the shape that the W3C's ACT Rules implementation reports have.

Each rule on each address is an assertion: one for every finding, with a pointer to the place, and one for
every rule that passed or did not apply. The vocabulary is written into the document, so that reading it
needs no network.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern

from ..model.finding import Finding, RuleSummary, Scan
from ..model.verdict import OUTCOMES
from . import tally
from .clean import clean, link
from .grouping import address, in_place_order
from .pieces import written

ACT_RULE = "https://www.w3.org/WAI/standards-guidelines/act/rules/{}/"
_CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "sch": "https://schema.org/",
    "ptr": "http://www.w3.org/2009/pointers#",
    "Assertion": "earl:Assertion",
    "TestCriterion": "earl:TestCriterion",
    "TestRequirement": "earl:TestRequirement",
    "TestResult": "earl:TestResult",
    "TestSubject": "earl:TestSubject",
    "Software": "earl:Software",
    "WebPage": "sch:WebPage",
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "result": "earl:result",
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "info": "earl:info",
    "pointer": "earl:pointer",
    "expression": "ptr:expression",
    "CSSSelectorPointer": "ptr:CSSSelectorPointer",
    "source": {"@id": "dct:source", "@type": "@id"},
    "title": "dct:title",
    "description": "dct:description",
    "date": "dct:date",
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "name": "doap:name",
    "release": "doap:release",
    "revision": "doap:revision",
}


def report(scan: Scan) -> bytes:
    """One graph: the tool, the tests, what they ask for, and the assertions."""
    return b"".join(pieces(scan))


def pieces(scan: Scan) -> Iterator[bytes]:
    """The report as it is written."""
    return written({"@context": _CONTEXT, "@graph": _graph(scan)}, indent=None)


def _graph(scan: Scan) -> Iterator[dict[str, object]]:
    rules = _rules(scan)
    yield _tool(scan)
    yield from _requirements(rules)
    yield from map(_test, rules)
    for finding in in_place_order(scan.findings):
        yield _assertion(scan, finding.rule, address(finding), finding.outcome, finding)
    for url, rule, outcome in _silent(scan):
        yield _assertion(scan, rule, url, outcome)


def _silent(scan: Scan) -> Iterator[tuple[str, str, str]]:
    """Address, rule and outcome where a rule was run and no finding says so."""
    said = {(intern(name), intern(finding.rule)) for finding in scan.findings for name in (finding.url, address(finding))}
    for visit in tally.visits(scan):
        for rule, outcome in sorted(visit.outcomes.items()):
            if (visit.url, rule) not in said and outcome in OUTCOMES:
                yield visit.url, rule, outcome


def _tool(scan: Scan) -> dict[str, object]:
    release = {"revision": scan.tools.get("govlint", "")}
    return {"@id": "urn:govlint:tool", "@type": "Software", "name": "govlint", "release": release}


def _test(rule: RuleSummary) -> dict[str, object]:
    asked = [_requirement_id(standard.id, standard.url) for standard in rule.standards]
    test = {
        "@id": _test_id(rule.id),
        "@type": "TestCriterion",
        "title": rule.id,
        "description": rule.title,
        "isPartOf": [ACT_RULE.format(identity) for identity in rule.act] + asked,
    }
    return test | ({"source": link(rule.help_url)} if link(rule.help_url) else {})


def _rules(scan: Scan) -> list[RuleSummary]:
    """Every rule that an assertion can name, also one that the scan does not describe."""
    named = set(scan.rules) | {finding.rule for finding in scan.findings}
    named.update(rule for visit in scan.visits for rule in visit.outcomes)
    return [tally.rule(scan, identity) for identity in sorted(named)]


def _requirements(rules: list[RuleSummary]) -> list[dict[str, object]]:
    """What the tests are part of: ACT rules and the standards, each once."""
    found: dict[str, dict[str, object]] = {}
    for rule in rules:
        for identity in rule.act:
            name = ACT_RULE.format(identity)
            found[name] = {"@id": name, "@type": "TestRequirement", "title": f"ACT rule {identity}"}
        for standard in rule.standards:
            name = _requirement_id(standard.id, standard.url)
            found[name] = {"@id": name, "@type": "TestRequirement", "title": standard.title}
    return [found[name] for name in sorted(found)]


def _assertion(scan: Scan, rule: str, url: str, outcome: str, finding: Finding | None = None) -> dict[str, object]:
    result: dict[str, object] = {"@type": "TestResult", "outcome": f"earl:{outcome}", "date": scan.ended}
    if finding:
        result["info"] = clean(finding.text)
        if finding.place.selector:
            selector = clean(finding.place.selector)
            result["pointer"] = {"@type": "CSSSelectorPointer", "expression": selector}
    return {
        "@type": "Assertion",
        "mode": "earl:automatic",
        "assertedBy": "urn:govlint:tool",
        "subject": {"@type": ["TestSubject", "WebPage"], "source": clean(url)},
        "test": _test_id(rule),
        "result": result,
    }


def _test_id(rule: str) -> str:
    return f"urn:govlint:rule:{rule}"


def _requirement_id(identity: str, url: str) -> str:
    return link(url) or f"urn:govlint:standard:{identity}"
