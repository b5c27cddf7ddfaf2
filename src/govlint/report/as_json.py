"""The whole scan as JSON: complete, in a stable order, described by our own published schema."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, fields
from importlib.resources import files

from ..model.finding import Alike, Finding, RuleSummary, Scan, Standard, Visit
from ..model.markup import Markup
from ..model.verdict import Place
from . import tally
from .grouping import Gap, Group, gaps, groups, in_place_order
from .pieces import written

SCHEMA_ID = "urn:govlint:schema:scan:1"


def report(scan: Scan) -> bytes:
    """Everything that the scan holds, and its groups. ASCII, so that no terminal can be steered by it."""
    return b"".join(pieces(scan))


def pieces(scan: Scan) -> Iterator[bytes]:
    """The report as it is written."""
    document = {
        "$schema": SCHEMA_ID,
        "govlint": scan.tools.get("govlint", ""),
        "verdict": scan.verdict,
        "exit_code": scan.exit_code,
        "targets": list(scan.targets),
        "options": scan.options,
        "profile": scan.profile,
        "profile_reason": scan.profile_reason,
        "started": scan.started,
        "ended": scan.ended,
        "seconds": tally.seconds(scan),
        "tools": dict(sorted(scan.tools.items())),
        "totals": _totals(scan),
        "rules": _rules(scan),
        "groups": _groups(scan),
        "gaps": (_gap(gap) for gap in gaps(scan)),
        "alike": (asdict(group) for group in scan.alike),
        "findings": _findings(scan),
        "visits": (_visit(visit) for visit in tally.visits(scan)),
    }
    return written(document)


def schema() -> bytes:
    """The JSON Schema (draft 2020-12) of the report."""
    return files("govlint").joinpath("schema", "scan.schema.json").read_bytes()


def read(data: bytes) -> Scan:
    """The scan that a report was made of. Raises ValueError for anything but a report of this version."""
    try:
        document = json.loads(data)
    except (UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise ValueError(f"This is not a JSON report of govlint: {problem}") from None
    found = document.get("$schema") if isinstance(document, dict) else None
    if found != SCHEMA_ID:
        raise ValueError(f"This is not a JSON report of govlint: $schema is {found!r}, not {SCHEMA_ID!r}.")
    return Scan(
        targets=tuple(document["targets"]),
        options=document["options"],
        profile=document["profile"],
        profile_reason=document["profile_reason"],
        started=document["started"],
        ended=document["ended"],
        tools=document["tools"],
        rules={given["id"]: _read_rule(given) for given in document["rules"]},
        findings=tuple(_read_finding(given) for given in document["findings"]),
        visits=tuple(Visit(**given | {"browser": tuple(given["browser"])}) for given in document["visits"]),
        alike=tuple(Alike(given["group"], tuple(given["examined"]), tuple(given["others"])) for given in document["alike"]),
        exit_code=document["exit_code"],
        verdict=document["verdict"],
    )


def _totals(scan: Scan) -> dict[str, object]:
    settled: dict[str, dict[str, int]] = {}
    for (word, outcome), number in sorted(Counter((finding.settled, finding.outcome) for finding in scan.findings).items()):
        settled.setdefault(word, {})[outcome] = number
    return {
        "visits": dict(sorted(tally.visited(scan).items())),
        "judged": dict(sorted(tally.judged(scan).items())),
        "counting": tally.severities(scan.counting),
        "settled": settled,
    }


def _rules(scan: Scan) -> list[dict[str, object]]:
    outcomes = tally.outcomes(scan)
    return [
        asdict(rule) | {"outcomes": dict(sorted(outcomes[identity].items()))}
        for identity, rule in sorted(scan.rules.items())
    ]


def _read_finding(given: dict[str, object]) -> Finding:
    return Finding(**given | {"place": Place(**given["place"]), "majors": tuple(given.get("majors", ()))})


def _read_rule(given: dict[str, object]) -> RuleSummary:
    known = {field.name: given[field.name] for field in fields(RuleSummary)}
    return RuleSummary(
        **known
        | {
            "standards": tuple(Standard(**standard) for standard in given["standards"]),
            "act": tuple(given["act"]),
            "needs": tuple(given["needs"]),
            "markup": tuple(Markup(**shown) for shown in given["markup"]),
        }
    )


def _groups(scan: Scan) -> Iterator[dict[str, object]]:
    """The groups, sorted when they are asked for and let go with the last of them."""
    for group in groups(scan.findings):
        yield _group(scan, group)


def _findings(scan: Scan) -> Iterator[dict[str, object]]:
    """The findings, in the same way."""
    for finding in in_place_order(scan.findings):
        yield asdict(finding)


def _group(scan: Scan, group: Group) -> dict[str, object]:
    return {
        "cause": group.cause,
        "rule": group.rule,
        "outcome": group.outcome,
        "severity": group.severity,
        "settled": group.settled,
        "reason": group.reason,
        "text": group.text,
        "places": group.places,
        "pages": group.pages,
        "alike": tally.like_these(scan, group.rule, group.findings),
        "fingerprints": (finding.fingerprint for finding in group.findings),
    }


def _gap(gap: Gap) -> dict[str, object]:
    return {
        "reason": gap.reason,
        "rules": list(gap.rules),
        "addresses": list(gap.addresses),
        "counts": gap.counts,
    }


def _visit(visit: Visit) -> dict[str, object]:
    return asdict(visit) | {"outcomes": dict(sorted(visit.outcomes.items()))}
