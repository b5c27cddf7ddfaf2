"""Rules that judge what the others found: once a site, when it is settled what counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import intern
from typing import Any

from ..evidence.fact import Evidence
from ..model.finding import Finding, Standard
from ..model.url import origin
from ..model.verdict import UNTESTED
from ..rulebook.rule import AFTER, Rule
from . import judge
from .crawl import Crawled
from .outcome import by_site, evidence_of
from .visit import Judged

_REQUIRED = re.compile(r"\(Level AA?\)$")  # AAA is asked of nobody


def findings_of(
    rules: Sequence[Rule], crawled: Crawled, settled: Sequence[Finding], standards: Mapping[str, Standard]
) -> tuple[Finding, ...]:
    """What the rules that judge after the others find in the settled findings; of each other's they are told nothing."""
    later = [rule for rule in rules if rule.is_after]
    if not later:
        return ()
    cited = {rule.id: criteria(rule.standards, standards) for rule in rules}
    found: list[Finding] = []
    for site, answers in by_site(crawled.judged).items():
        pages, resources = evidence_of(answers)
        told = {AFTER: _told(site, answers, settled, cited)}
        found += judge.site(later, pages, Evidence(resources | told, {}, {}), site).findings
    return tuple(found)


def criteria(names: Iterable[str], standards: Mapping[str, Standard]) -> tuple[str, ...]:
    """The WCAG criteria of level A and AA among these ids of standards, as "1.1.1"."""
    wcag = (name for name in names if name.startswith("wcag22/"))
    return tuple(name.partition("/")[2] for name in wcag if _REQUIRED.search(standards[name].title))


def _told(site: str, answers: Sequence[Judged], settled: Iterable[Finding], cited: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    own = {answer.snapshot.exchange.url for answer in answers if answer.snapshot.exchange}
    judged = {rule for answer in answers for rule, word in answer.outcomes.items() if word != UNTESTED}
    return {
        "tested": sorted({criterion for rule in judged for criterion in cited.get(rule, ())}),
        "found": list(_found((f for f in settled if f.url in own or origin(f.url) == site), cited)),
    }  # fmt: skip


def _found(findings: Iterable[Finding], cited: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, Any]]:
    """What is told of each finding; it is the same object for those of which the same is told, as there are many on one page."""
    known: dict[tuple[str, ...], dict[str, Any]] = {}
    criteria = {rule: list(numbers) for rule, numbers in cited.items()}
    for f in findings:
        told = (f.rule, f.outcome, f.settled, f.severity, f.url)
        if told not in known:
            rule, outcome, settled, severity, url = map(intern, told)
            known[told] = {
                "rule": rule, "outcome": outcome, "settled": settled, "severity": severity, "url": url,
                "criteria": criteria.get(rule, []),
            }  # fmt: skip
        yield known[told]
