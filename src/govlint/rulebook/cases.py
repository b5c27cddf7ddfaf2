"""`cases.yaml`: named cases that are test, documentation and specification at once.

A case gives facts literally and lists every verdict as place and message key.
What is not listed must not appear.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..evidence.fact import Evidence, Fact, Inapplicable, NotGathered
from ..evidence.vendored import NotShipped, shipped
from ..facts.place import find, selector
from ..model.verdict import CANT_TELL, FAILED, PASSED, UNTESTED, Verdict
from .rule import Rule, say
from .written import RuleError, nearest, place_of, read

OUTCOMES = (PASSED, FAILED, CANT_TELL)
URL = "https://apply-for-a-permit.service.gov.uk/start"


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what is given, and the verdicts expected as {(outcome, place): {keys}}."""

    rule: Rule
    name: str
    facts: dict[str, Any]
    expected: dict[tuple[str, str], tuple[str, ...]]
    site: dict[str, dict[str, Any]]
    untested: bool
    path: Path
    line: int


def read_cases(rule: Rule, facts: Mapping[str, Fact]) -> list[Case]:
    """All cases of a rule; raises RuleError."""
    assert rule.folder, f"{rule.id} has no folder"
    path = rule.folder / "cases.yaml"
    written = read(path, json_scalars=True)
    if not isinstance(written, list) or not written:
        raise RuleError(path, "this file must be a list of cases, each with a name")
    cases = [_case(rule, path, said, facts) for said in written]
    names = [case.name for case in cases]
    for case in cases:
        if names.count(case.name) > 1:
            raise RuleError(path, f"two cases are named “{case.name}”", case.line)
    return cases


def run(case: Case, facts: Mapping[str, Fact]) -> list[str]:
    """The differences between what was expected and what came, as sentences; empty if there is none."""
    evidence = _evidence(case, case.facts, facts)
    pages = {_address(path): _evidence(case, given, facts, path) for path, given in case.site.items()}
    try:
        verdicts = case.rule.judge(evidence, pages)
    except Inapplicable:
        verdicts = []
    except NotGathered as missing:
        return [] if case.untested else [f"untested, for want of evidence: {missing}"]
    if case.untested:
        return ["expected untested, but the rule judged"]
    return _differences(case, evidence, pages, verdicts)


def _differences(case: Case, evidence: Evidence, pages: dict[str, Evidence], verdicts: list[Verdict]) -> list[str]:
    came: dict[tuple[str, str], list[str]] = {}
    for verdict in verdicts:
        say(case.rule, verdict)  # a message or placeholder that is not there is a fault of the rule
        came.setdefault((verdict.outcome, _where(case, evidence, verdict)), []).append(verdict.key)
    wanted = {(outcome, _anchor(case, evidence, place)): keys for (outcome, place), keys in case.expected.items()}
    written = {(outcome, _anchor(case, evidence, place)): place for outcome, place in case.expected}
    differences = []
    for spot, keys in wanted.items():
        if sorted(came.get(spot, [])) != sorted(keys):
            got = ", ".join(came.get(spot, [])) or "nothing"
            differences.append(f"{spot[0]} at {written[spot]}: expected {', '.join(keys)}, got {got}")
    differences += [
        f"{outcome} at {place}: not expected, got {', '.join(keys)}"
        for (outcome, place), keys in came.items()
        if (outcome, place) not in wanted
    ]
    return differences


def _where(case: Case, evidence: Evidence, verdict: Verdict) -> str:
    place = verdict.place
    if not case.rule.of_site:
        return _anchor(case, evidence, place.selector)
    url, selector = (place.url, place.selector) if place.url else (place.selector, "")
    return " ".join(filter(None, (_path(url), selector)))


def _anchor(case: Case, evidence: Evidence, place: str) -> str:
    """A name for the element that a selector finds, so that two selectors for one element are equal."""
    if case.rule.of_site:
        return place
    try:
        node = find(evidence.get("dom"), place) if place else None
    except (Inapplicable, NotGathered):
        return place
    if node is None:
        return place
    return selector(node)


def _evidence(case: Case, given: dict[str, Any], facts: Mapping[str, Fact], path: str = "") -> Evidence:
    url = _address(path) if path else URL
    values: dict[str, Any] = {
        "url": url, "asked": url, "role": case.rule.judges[0], "link_text": "", "found_on": "", "status": 200,
        "redirects": [], "truncated": "",
    }  # fmt: skip
    if "html" in given:
        values["raw_headers"] = [["content-type", "text/html; charset=utf-8"]]
        values["body"] = str(given["html"]).encode()
    for name, value in given.items():
        if name == "headers":
            values["raw_headers"] = _pairs(value)
        elif name == "file":
            values["body"] = _file(case, str(value)).read_bytes()
        elif name == "body":
            values["body"] = str(value).encode()
        else:
            values[name] = str(value) if isinstance(value, str) else value
    values.setdefault("raw_headers", [])
    return Evidence(values, {}, facts)


def _pairs(headers: Mapping[str, Any]) -> list[list[str]]:
    pairs = []
    for name, value in headers.items():
        pairs += [[str(name).lower(), str(v)] for v in (value if isinstance(value, list) else [value])]
    return pairs


def _file(case: Case, name: str) -> Path:
    beside = case.path.parent / name
    if beside.is_file():
        return beside
    of_pack = case.path.parent.parent / "documents" / name
    if of_pack.is_file():
        return of_pack
    try:
        return next(p for p in [shipped("documents") / name] if p.is_file())
    except (StopIteration, NotShipped):
        raise RuleError(case.path, f"there is no document “{name}” beside the case or in documents/", case.line) from None


def _case(rule: Rule, path: Path, said: Any, facts: Mapping[str, Fact]) -> Case:
    if not isinstance(said, dict) or "name" not in said:
        raise RuleError(path, "each case is a mapping with a name", *place_of(said))
    line = place_of(said)[0]
    special = ("name", "site", UNTESTED, *OUTCOMES)
    given = {key: value for key, value in said.items() if key not in special}
    known = {*facts, "file"}
    for name in given:
        if name not in known:
            raise RuleError(path, f"unknown fact “{name}”{nearest(name, known)}", *place_of(name))
    expected: dict[tuple[str, str], tuple[str, ...]] = {}
    for outcome in OUTCOMES:
        for place, keys in (said.get(outcome) or {}).items():
            keys = keys if isinstance(keys, list) else [keys]
            for key in keys:
                if key not in rule.messages:
                    raise RuleError(path, f"unknown message “{key}”{nearest(key, rule.messages)}", *place_of(key))
            expected[outcome, str(place)] = tuple(map(str, keys))
    site = said.get("site") or {}
    for page in site.values():
        for name in page:
            if name not in known:
                raise RuleError(path, f"unknown fact “{name}”{nearest(name, known)}", *place_of(name))
    return Case(rule, str(said["name"]), given, expected, site, UNTESTED in said, path, line)


def _address(path: str) -> str:
    return path if path.startswith("http") else URL.rsplit("/", 1)[0] + path


def _path(url: str) -> str:
    return url.removeprefix(URL.rsplit("/", 1)[0])
