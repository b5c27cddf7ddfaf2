"""From a rule's folder to a Rule; every fault is a RuleError with file, line and nearest name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..evidence.fact import Fact
from ..model.finding import Standard
from ..model.verdict import SEVERITIES
from .axe import read_axe_rule
from .check import late, read_signature
from .keys import check_message, known_issue, listed, majors, markup, names, one_of
from .rule import AFTER, PROFILES, ROLES, Rule, version_of
from .sheet import read_sheet
from .translation import read_translations
from .written import RuleError, nearest, place_of, read, refuse_unknown

KEYS = (
    "title", "severity", "standards", "why", "fix", "profiles", "judges", "act", "messages",
    "select", "expect", "axe", "known-issues", "help", "markup", "majors",
)  # fmt: skip
REQUIRED = ("title", "severity", "standards", "why", "fix")
WAYS = ("expect", "axe")
AXE_FILLS = ("message", "impact")


def read_rule(folder: Path, pack_folder: Path, facts: Mapping[str, Fact], standards: Mapping[str, Standard]) -> Rule:
    """The rule in this folder; raises RuleError."""
    path = folder / "rule.yaml"
    written = read(path)
    if not isinstance(written, dict):
        raise RuleError(path, "this file must be a mapping with a title, a severity and so on")
    refuse_unknown(path, written, KEYS, "key")
    for key in REQUIRED:
        if not written.get(key):
            raise RuleError(path, f"“{key}” is missing")
    one_of(path, written["severity"], SEVERITIES, "severity")
    told = _told(path, folder, pack_folder, written, facts)
    own_python = sorted(pack_folder.glob("*.py"))
    known_issues = tuple(known_issue(path, said) for said in listed(path, written, "known-issues"))
    return Rule(
        id=f"{pack_folder.name}/{folder.name}",
        title=str(written["title"]).strip(),
        severity=str(written["severity"]),
        why=str(written["why"]).strip(),
        fix=str(written["fix"]).strip(),
        standards=names(path, written, "standards", standards, "standard"),
        profiles=names(path, written, "profiles", PROFILES, "profile") or PROFILES,
        judges=_judges(path, written, told["needs"], facts),
        act=tuple(map(str, listed(path, written, "act"))),
        known_issues=known_issues,
        help_url=str(written.get("help", "")),
        markup=markup(path, written),
        majors=majors(path, written, facts),
        folder=folder,
        version=version_of(folder, *own_python),
        places={str(key): place_of(key) for key in written} | _message_places(written),
        translations=read_translations(folder, told["messages"], any(issue.message for issue in known_issues)),
        **told,
    )


def _told(path: Path, folder: Path, pack: Path, written: dict[str, Any], facts: Mapping[str, Fact]) -> dict[str, Any]:
    """The part of a rule that tells: exactly one of `expect:`, `axe:` and `check.py`."""
    check = folder / "check.py"
    ways = [way for way in WAYS if way in written] + (["check.py"] if check.exists() else [])
    if len(ways) != 1:
        found = "none is there" if not ways else "there are " + " and ".join(ways)
        raise RuleError(path, f"a rule tells in one way, by “expect”, “axe” or a check.py: {found}")
    if ways[0] == "expect":
        sheet, messages = read_sheet(path, written)
        return {"tell": sheet.check, "messages": messages, "needs": ("dom",), "kind": "sheet"}
    messages = written.get("messages")
    if not isinstance(messages, dict) or not messages:
        raise RuleError(path, "“messages” is missing: give each verdict of the rule its text")
    for text in messages.values():
        check_message(path, text, AXE_FILLS if ways[0] == "axe" else None)
    messages = {str(key): str(text).strip() for key, text in messages.items()}
    if ways[0] == "axe":
        return read_axe_rule(path, written) | {"messages": messages}
    signature = read_signature(check)
    for name in (*signature.needs, *signature.optional):
        if name not in facts:
            raise RuleError(check, f"unknown fact “{name}”{nearest(name, facts)}", *signature.places[name])
    if AFTER in signature.optional or (AFTER in signature.needs and not signature.lifted):
        text = f"“{AFTER}” is there once a site, after all pages: name it without a default, beside a fact of Each page"
        raise RuleError(check, text, *signature.places[AFTER])
    return {
        "tell": late(check, pack), "messages": messages, "needs": signature.needs,
        "optional": signature.optional, "lifted": signature.lifted,
    }  # fmt: skip


def _message_places(written: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Where the text of each message stands, as `messages/<key>`."""
    if "expect" in written:
        return {f"messages/{key}": place_of(said["else"]) for key, said in written["expect"].items()}
    return {f"messages/{key}": place_of(text) for key, text in written["messages"].items()}


def _judges(path: Path, written: dict[str, Any], needs: tuple[str, ...], facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The roles a rule looks at: as written, else those of the well-known facts it names, else pages."""
    well_known = tuple(name for name, fact in facts.items() if fact.asks)
    asked = tuple(name for name in needs if name in well_known)
    return names(path, written, "judges", (*ROLES, *well_known), "role") or asked or ("page",)
