"""Reading the keys of a sheet: lists, names that must be known, patterns, known issues."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..model.markup import Markup, names_versions
from .rule import KnownIssue, placeholders
from .written import RuleError, key_place, nearest, place_of, refuse_unknown

KNOWN_ISSUE = ("reason", "snippet", "message")
MARKUP_LINES = 4


def listed(path: Path, written: dict[str, Any], key: str) -> list[Any]:
    """A key's list; empty if it is not there."""
    value = written.get(key, [])
    if not isinstance(value, list):
        raise RuleError(path, f"“{key}” must be a list, as [a, b]", *key_place(written, key))
    return value


def names(path: Path, written: dict[str, Any], key: str, known: Any, what: str) -> tuple[str, ...]:
    """A key's list of names, each of which must be known."""
    for name in listed(path, written, key):
        one_of(path, name, known, what)
    return tuple(map(str, listed(path, written, key)))


def one_of(path: Path, name: str, known: Any, what: str) -> None:
    """Raise RuleError, with the nearest name, if this one is not known."""
    if name not in known:
        raise RuleError(path, f"unknown {what} “{name}”{nearest(name, known)}", *place_of(name))


def known_issue(path: Path, said: Any) -> KnownIssue:
    """A finding to list with its reason instead of counting it."""
    if not isinstance(said, dict):
        raise RuleError(path, "a known issue is a mapping with a reason and a snippet or message", *place_of(said))
    refuse_unknown(path, said, KNOWN_ISSUE, "key of a known issue")
    if not said.get("reason") or not (said.get("snippet") or said.get("message")):
        raise RuleError(path, "a known issue needs a reason, and a snippet or a message to know it by", *place_of(said))
    patterns = {key: pattern(path, said[key]) for key in ("snippet", "message") if key in said}
    return KnownIssue(reason=str(said["reason"]).strip(), **patterns)


def markup(path: Path, written: dict[str, Any]) -> tuple[Markup, ...]:
    """How a good page writes it: one text, or one for each label of versions; nothing if it is not there."""
    said = written.get("markup", {})
    if isinstance(said, list):
        raise RuleError(path, "“markup” is a text, or a mapping from versions to texts", *key_place(written, "markup"))
    found = said if isinstance(said, dict) else {"": said}
    for html in found.values():
        if not isinstance(html, str) or not html.strip():
            raise RuleError(path, "“markup” says nothing; leave it out where no markup can be shown", *place_of(html))
        if len(html.strip().splitlines()) > MARKUP_LINES:
            raise RuleError(path, f"“markup” has more than {MARKUP_LINES} lines; show only what the rule is about", *place_of(html))
    return tuple(Markup(html.strip(), str(version)) for version, html in found.items())


def majors(path: Path, written: dict[str, Any], facts: Iterable[str]) -> str:
    """The name of the fact that tells which major versions a page may use; empty if none is named."""
    name = written.get("majors", "")
    if name and name not in facts:
        raise RuleError(path, f"unknown fact “{name}”{nearest(str(name), facts)}", *place_of(name))
    said = written.get("markup")
    if name and not (isinstance(said, dict) and any(map(names_versions, said))):
        raise RuleError(path, "“majors” chooses among texts of “markup” for versions, and there are none", *key_place(written, "majors"))
    return str(name)


def pattern(path: Path, text: str) -> re.Pattern[str]:
    """A regular expression as written."""
    try:
        return re.compile(text)
    except re.error as error:
        raise RuleError(path, f"this is not a regular expression: {error}", *place_of(text)) from None


def check_message(path: Path, text: Any, filled: Iterable[str] | None) -> None:
    """Raise RuleError for a brace that is not closed, or a placeholder that is not one of `filled` (None: any may be)."""
    try:
        wanted = placeholders(str(text))
    except ValueError as error:
        raise RuleError(path, f"a brace in this message opens no placeholder ({error}); write {{{{ for a brace", *place_of(text)) from None
    for name in sorted(wanted) if filled is not None else ():
        if name not in filled:
            raise RuleError(path, f"nothing fills “{{{name}}}” in this message{nearest(name, filled)}", *place_of(text))
