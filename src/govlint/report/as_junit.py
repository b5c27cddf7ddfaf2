"""JUnit XML: a test suite for each address, a test case for each rule that was run there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from tempfile import SpooledTemporaryFile
from xml.etree import ElementTree

from ..model.finding import COUNTS, Finding, Scan
from ..model.verdict import CANT_TELL, FAILED, INAPPLICABLE, PASSED, UNTESTED
from . import tally
from .clean import clean
from .grouping import in_place_order

_SUMS = {"tests": "", "failures": "failure", "errors": "error", "skipped": "skipped"}  # each with the tag of the cases that it counts
_ROOM = 1_000_000  # bytes that are held in memory before the rest goes to a file

def report(scan: Scan) -> bytes:
    """Well-formed XML 1.0 in UTF-8. A failure is what counts; the rest is said in a case that does not fail."""
    return b"".join(pieces(scan))


def pieces(scan: Scan) -> Iterator[bytes]:
    """The report as it is written. Its first element has the sums, so the suites wait in a file until all are there."""
    root = ElementTree.Element("testsuites", name="govlint", time=f"{tally.seconds(scan) or 0:.3f}")
    sums: Counter[str] = Counter(dict.fromkeys(_SUMS, 0))
    with SpooledTemporaryFile(max_size=_ROOM) as suites:
        for suite in _suites(scan):
            sums.update({name: int(suite.get(name, 0)) for name in _SUMS})
            ElementTree.indent(suite, " ", level=1)
            suites.write(b"\n " + ElementTree.tostring(suite, encoding="utf-8"))
        for name in _SUMS:
            root.set(name, str(sums[name]))
        told = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
        if not suites.tell():
            yield told + b"\n"
            return
        yield told.removesuffix(b" />") + b">"
        suites.seek(0)
        while some := suites.read(_ROOM):
            yield some
        yield b"\n</testsuites>\n"


def _suites(scan: Scan) -> Iterator[ElementTree.Element]:
    found = tally.findings_by_address(scan)
    for visit in tally.visits(scan):
        outcomes = {rule: word for rule, word in visit.outcomes.items() if word != INAPPLICABLE}
        yield from _suite(scan, visit.url, visit.seconds, outcomes, found.pop(visit.url, ()))
    for url, findings in sorted(found.items()):
        yield from _suite(scan, url, 0.0, {}, findings)


def _suite(
    scan: Scan,
    url: str,
    seconds: float,
    outcomes: dict[str, str],
    findings: Sequence[Finding],
) -> Iterator[ElementTree.Element]:
    by_rule: dict[str, list[Finding]] = {rule: [] for rule in outcomes}
    for finding in in_place_order(findings):
        by_rule.setdefault(finding.rule, []).append(finding)
    if not by_rule:
        return
    suite = ElementTree.Element("testsuite", name=clean(url), timestamp=clean(scan.started))
    for rule, members in sorted(by_rule.items()):
        _case(suite, scan, rule, outcomes.get(rule, PASSED), members)
    _count(suite, suite.iter("testcase"))
    suite.set("time", f"{seconds:.3f}")
    yield suite


def _case(suite: ElementTree.Element, scan: Scan, rule: str, outcome: str, findings: list[Finding]) -> None:
    pack, _, _ = rule.partition("/")
    title = tally.rule(scan, rule).title
    case = ElementTree.SubElement(suite, "testcase", name=clean(f"{rule}: {title}"), classname=clean(pack), time="0")
    failures = [finding for finding in findings if finding.outcome == FAILED and finding.settled == COUNTS]
    gaps = [finding for finding in findings if finding.outcome == UNTESTED]
    by_hand = [finding for finding in findings if finding.outcome == CANT_TELL]
    if failures:
        said = f"{tally.plural(len(failures), 'place')}: {failures[0].text}"
        failure = ElementTree.SubElement(case, "failure", message=clean(said), type=clean(failures[0].severity))
        failure.text = _lines(failures)
    elif any(finding.settled == COUNTS for finding in gaps):
        error = ElementTree.SubElement(case, "error", message=clean(gaps[0].text), type="untested")
        error.text = _lines(gaps)
    elif gaps or outcome == UNTESTED:
        said = gaps[0].text if gaps else "The rule could not be tested here."
        ElementTree.SubElement(case, "skipped", message=clean(said))
    elif by_hand:
        ElementTree.SubElement(case, "skipped", message=clean(f"Look at it by hand: {by_hand[0].text}"))
    others = [finding for finding in findings if finding.outcome != FAILED or finding.settled != COUNTS]
    if others:
        ElementTree.SubElement(case, "system-out").text = _lines(others)


def _lines(findings: list[Finding]) -> str:
    return "\n".join(_line(finding) for finding in findings)


def _line(finding: Finding) -> str:
    place = finding.place
    where = [f"line {place.line}, column {place.column or 1}"] if place.line else []
    where += [clean(part) for part in (place.selector, place.excerpt) if part]
    settled = f" [{clean(finding.settled)}: {clean(finding.reason)}]" if finding.reason else ""
    return f"{clean(finding.severity)}: {clean(finding.text)} {' | '.join(where)}{settled}".strip()


def _count(parent: ElementTree.Element, cases: Iterable[ElementTree.Element]) -> None:
    every = list(cases)
    for name, tag in _SUMS.items():
        parent.set(name, str(sum(1 for case in every if not tag or case.find(tag) is not None)))
