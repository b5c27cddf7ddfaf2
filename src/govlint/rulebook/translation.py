"""A rule's texts in another language: `rule.cy.yaml` beside `rule.yaml` has those in Welsh."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .keys import check_message
from .rule import Rule, placeholders
from .written import RuleError, key_place, nearest, place_of, read, refuse_unknown

KEYS = ("title", "why", "fix", "messages")
ENGLISH = "en"

Texts = dict[str, Any]


class UnknownLanguage(ValueError):
    """No rule has texts in the language that was asked for; the text names those that there are."""


def read_translations(folder: Path, messages: Mapping[str, str], known_by_message: bool = False) -> dict[str, Texts]:
    """The texts of a rule by language, as `{"cy": {"title": …, "messages": {…}}}`; raises RuleError.

    A rule with an issue that is known by its message keeps the messages that it has.
    """
    found = {}
    for path in sorted(folder.glob("rule.*.yaml")):
        texts = _texts(path, messages)
        if known_by_message and "messages" in texts:
            place = key_place(read(path), "messages")
            raise RuleError(path, "a known issue of this rule is found by its message, so no message may be translated", *place)
        found[path.name.split(".")[1]] = texts
    return found


def in_language(rule: Rule, language: str) -> Rule:
    """The rule with its texts in that language; what has no translation stays as it is."""
    texts = rule.translations.get(language, {})
    if not texts:
        return rule
    return replace(rule, **{**texts, "messages": {**rule.messages, **texts.get("messages", {})}})


def check_language(rules: Mapping[str, Rule], language: str) -> None:
    """Raise UnknownLanguage unless some rule has texts in it; rules are written in English."""
    known = {ENGLISH} | {name for rule in rules.values() for name in rule.translations}
    if language not in known:
        raise UnknownLanguage(f"no rule has texts in the language “{language}”{nearest(language, known)}")


def _texts(path: Path, messages: Mapping[str, str]) -> Texts:
    written = read(path)
    if not isinstance(written, dict):
        raise RuleError(path, f"this file must be a mapping with some of {', '.join(KEYS)}")
    refuse_unknown(path, written, KEYS, "key of a translation")
    said = written.get("messages", {})
    if not isinstance(said, dict):
        raise RuleError(path, "“messages” is a mapping, as in rule.yaml", *key_place(written, "messages"))
    refuse_unknown(path, said, messages, "message")
    for mapping in ({key: text for key, text in written.items() if key != "messages"}, said):
        for key, text in mapping.items():
            if not isinstance(text, str) or not text.strip():
                raise RuleError(path, f"“{key}” says nothing; leave it out to keep the text of rule.yaml", *place_of(key))
    for key, text in said.items():
        wanted = placeholders(messages[key])
        check_message(path, text, wanted)
        if left_out := sorted(wanted - placeholders(str(text))):
            raise RuleError(path, f"this message leaves out “{{{left_out[0]}}}”, which rule.yaml has", *place_of(text))
    texts: Texts = {str(key): str(written[key]).strip() for key in written if key != "messages"}
    return texts | ({"messages": {str(key): str(text).strip() for key, text in said.items()}} if said else {})
