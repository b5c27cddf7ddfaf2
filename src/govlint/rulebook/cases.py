"""`cases.yaml`: named cases that are test, documentation and specification at once.

A case gives facts literally and lists every verdict as place and message key.
What is not listed must not appear. A case with `each`, a list, stands for one
case for each item, with the item wherever the case says `{each}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..evidence.fact import Fact
from ..model.verdict import CANT_TELL, FAILED, PASSED, UNTESTED
from .rule import Rule
from .written import Mapping as Written
from .written import RuleError, Text, key_place, nearest, place_of, read

OUTCOMES = (PASSED, FAILED, CANT_TELL)
SPECIAL = ("name", "each", "site", UNTESTED, *OUTCOMES)
ITEM = "{each}"


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what is given, and the verdicts expected as {(outcome, place): keys}."""

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
    cases: dict[str, Case] = {}
    for said in written:
        if not isinstance(said, dict) or "name" not in said:
            raise RuleError(path, "each case is a mapping with a name", *place_of(said))
        for one in _each(path, said):
            case = _case(rule, path, one, {*facts, "file"})
            if case.name in cases:
                text = f"two cases are named “{case.name}”, here and in line {cases[case.name].line}"
                raise RuleError(path, text, *place_of(said["name"]))
            cases[case.name] = case
    return list(cases.values())


def unsaid(rule: Rule, cases: list[Case]) -> list[str]:
    """The keys of the messages that no case expects; a sheet's “as-expected” need not be said."""
    said = {key for case in cases for keys in case.expected.values() for key in keys}
    implied = {"as-expected"} if rule.kind == "sheet" else set()
    return [key for key in rule.messages if key not in said | implied]


def _each(path: Path, said: Written) -> Iterator[Written]:
    """The case itself, or one for each item of its `each`; an item's line is that of its case."""
    if "each" not in said:
        yield said
        return
    items, place = said["each"], key_place(said, "each")
    if not isinstance(items, list) or not items or any(isinstance(item, list | dict) for item in items):
        raise RuleError(path, "“each” is a list of words, as [Apply, Renew]", *place)
    rest = Written({key: value for key, value in said.items() if key not in ("each", "name")})
    for item in items:
        one = _filled(rest, item)
        if one == rest:
            raise RuleError(path, f"the case says {ITEM} nowhere, so each item would be the same case", *place)
        one["name"] = _at(said["name"], f"{said['name']}: {item}")
        one.line, one.column = place_of(item) if isinstance(item, Text) else place_of(said)
        yield one


def _filled(value: Any, item: Any) -> Any:
    """A value with an item in the places kept for it."""
    if isinstance(value, dict):
        return Written({_filled(key, item): _filled(inner, item) for key, inner in value.items()})
    if isinstance(value, list):
        return [_filled(inner, item) for inner in value]
    if value == ITEM:
        return item
    return _at(value, value.replace(ITEM, str(item))) if isinstance(value, str) else value


def _at(place: Any, text: str) -> Text:
    filled = Text(text)
    filled.line, filled.column = place_of(place)
    return filled


def _case(rule: Rule, path: Path, said: Written, known: set[str]) -> Case:
    given = {key: value for key, value in said.items() if key not in SPECIAL}
    _check_facts(path, given, known, SPECIAL)
    site = said.get("site") or {}
    if not isinstance(site, dict):
        raise RuleError(path, "“site” gives facts for each address, as {/a: {title: Apply}}", *key_place(said, "site"))
    for address, page in site.items():
        if not isinstance(page, dict):
            raise RuleError(path, f"the page “{address}” must be a mapping of facts, as {{title: Apply}}", *place_of(address))
        _check_facts(path, page, known)
    if said.get(UNTESTED, True) is not True:
        raise RuleError(path, f"“{UNTESTED}” is true, or is left out", *key_place(said, UNTESTED))
    expected: dict[tuple[str, str], tuple[str, ...]] = {}
    for outcome in OUTCOMES:
        expected |= _expected(rule, path, said, outcome)
    return Case(rule, str(said["name"]), given, expected, site, UNTESTED in said, path, place_of(said)[0])


def _expected(rule: Rule, path: Path, said: dict[str, Any], outcome: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """What a case lists under one outcome: the message keys by place."""
    listed = said.get(outcome) or {}
    if not isinstance(listed, dict):
        raise RuleError(path, f"“{outcome}” lists places and messages, as {{\"#x\": key}}", *key_place(said, outcome))
    found = {}
    for place, keys in listed.items():
        keys = keys if isinstance(keys, list) else [keys]
        for key in keys:
            if key not in rule.messages:
                raise RuleError(path, f"unknown message “{key}”{nearest(key, rule.messages)}", *place_of(key))
        found[outcome, str(place)] = tuple(map(str, keys))
    return found


def _check_facts(path: Path, given: dict[str, Any], known: set[str], special: tuple[str, ...] = ()) -> None:
    for name in given:
        if name not in known:
            raise RuleError(path, f"unknown fact “{name}”{nearest(name, {*known, *special})}", *place_of(name))
    if "headers" in given and not isinstance(given["headers"], dict):
        raise RuleError(path, "“headers” is a mapping, as {X-Frame-Options: DENY}", *key_place(given, "headers"))
