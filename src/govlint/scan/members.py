"""The files in a linked zip, judged by the rules for documents as if each were linked itself; one level deep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from ..evidence.fact import Evidence, Inapplicable, NotGathered
from ..model.finding import Finding, fingerprint
from ..model.verdict import Place, worst
from ..rulebook.rule import Rule
from . import judge
from .judge import Judgement

DOCUMENT = "document"
# What only the answer of a server tells, and what looks at an archive as a whole.
OF_THE_ANSWER = frozenset(
    {"headers", "site_headers", "set_cookies", "media_type", "charset", "file_name", "url", "public_host", "promise", "archive", "gtfs"}
)

Read = Callable[[Mapping[str, Any], Mapping[str, str]], Evidence]


def with_members(judgement: Judgement, rules: Iterable[Rule], archive: Evidence, read: Read) -> Judgement:
    """The judgement of a document, with those of the files in it where it is a zip; `read` makes evidence of what is gathered."""
    try:
        bodies = archive.get("archive_bodies")
    except (Inapplicable, NotGathered):
        return judgement
    looking = [rule for rule in rules if not rule.of_site and DOCUMENT in rule.judges and not OF_THE_ANSWER.intersection(rule.needs)]
    findings, outcomes = list(judgement.findings), dict(judgement.outcomes)
    for name, body in bodies:
        address = archive.get("url")
        inner = judge.page(looking, read(_values(archive, address, name, body), {}), address, DOCUMENT)
        findings += [_in(finding, name) for finding in inner.findings]
        for rule, outcome in inner.outcomes.items():
            outcomes[rule] = worst([outcomes[rule], outcome]) if rule in outcomes else outcome
    return Judgement(tuple(findings), outcomes)


def _values(archive: Evidence, address: str, name: str, body: bytes) -> dict[str, Any]:
    here = f"{address}/{quote(name)}"
    return {
        "url": here, "asked": here, "role": DOCUMENT, "link_text": "", "found_on": "", "visited": archive.get("visited"), "status": 200,
        "raw_headers": [], "redirects": [], "body": body, "truncated": "",
    }  # fmt: skip


def _in(finding: Finding, name: str) -> Finding:
    """The finding as one of the archive, whose place begins with the name of the file."""
    place = Place(" ".join(filter(None, (name, finding.place.selector))), excerpt=finding.place.excerpt)
    # The engine gathers what it says by its words.
    text = finding.text if finding.rule.startswith("engine/") else f"{name} in the archive: {finding.text}"
    return replace(finding, place=place, text=text, fingerprint=fingerprint(finding.rule, finding.url, place, finding.key))
