"""JSON Schemas of `rule.yaml` and `cases.yaml` for editors, made from the tables that the loader reads by."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import Any

from ..evidence.fact import Fact
from ..model.verdict import CANT_TELL, FAILED, PASSED, SEVERITIES, UNTESTED
from .axe import OVERRIDES
from .cases import OUTCOMES, SPECIAL
from .folder import KEYS, REQUIRED
from .keys import KNOWN_ISSUE, MARKUP_LINES
from .packs import Rulebook
from .rule import PROFILES, ROLES
from .sheet import RANGE, WORDS

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string", "minLength": 1}
SCALAR: Schema = {"type": ["string", "number", "boolean"]}
SELECTOR: Schema = {**TEXT, "description": "A CSS selector."}
BOUNDS: Schema = {
    "description": "A number, or a range such as 1..160 or 1..; both ends count.",
    "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": f"^(?:{RANGE})$"}],
}
_WORDS: Mapping[str, Schema] = {
    "find": {**SELECTOR, "description": "What is looked for within the selected element; without it, the element itself."},
    "attribute": {**TEXT, "description": "The attribute whose value is looked at."},
    "text": {"const": "words", "description": "Look at the words of the element."},
    "count": BOUNDS,
    "length": BOUNDS,
    "is": {**SCALAR, "description": "The one value that is allowed."},
    "in": {"type": "array", "items": SCALAR, "description": "The values that are allowed."},
    "matches": {**TEXT, "format": "regex", "description": "A regular expression that is found in the value."},
    "else": {**TEXT, "description": "Said where this is not met. {count}, {length} and {value} are filled in."},
}
_ISSUE: Mapping[str, Schema] = {
    "reason": {**TEXT, "description": "Why this is not the page's fault."},
    "snippet": {**TEXT, "format": "regex", "description": "Found in the excerpt of the finding."},
    "message": {**TEXT, "format": "regex", "description": "Found in the text of the finding."},
}
_OUTCOMES = {
    PASSED: "Places that are as the rule asks, and the message key of each.",
    FAILED: "Places that are not as the rule asks, and the message key of each.",
    CANT_TELL: "Places that a person has to look at, and the message key of each.",
}


def rule_schema(book: Rulebook) -> Schema:
    """The schema of a `rule.yaml`."""
    return {
        "$schema": DIALECT,
        "title": "A rule of govlint (rule.yaml)",
        **_mapping({key: _keys(book)[key] for key in KEYS}, REQUIRED),
        "dependentRequired": {"expect": ["select"]},
        "not": {"required": ["expect", "axe"]},
        "anyOf": [{"required": ["expect"]}, {"required": ["messages"]}],
    }


def override_schema(book: Rulebook) -> Schema:
    """The schema of a `rule.yaml` that says more of one of axe-core's own rules."""
    return {
        "$schema": DIALECT,
        "title": "What govlint says of a rule of axe-core (rules/axe/ID/rule.yaml)",
        **_mapping({key: _keys(book)[key] for key in OVERRIDES}),
    }


def cases_schema(book: Rulebook) -> Schema:
    """The schema of a `cases.yaml`."""
    facts = {name: _fact(fact) for name, fact in sorted(book.facts.items())}
    facts["headers"] = {"type": "object", "description": "HTTP headers, as {X-Frame-Options: DENY}."}
    verdicts = {"type": ["object", "null"], "additionalProperties": {"anyOf": [SCALAR, {"type": "array", "items": SCALAR}]}}
    special: dict[str, Schema] = {
        "name": {**SCALAR, "description": "What is the case about? No two cases of a rule have one name."},
        "each": {
            "type": "array", "minItems": 1, "items": SCALAR,
            "description": "One case for each item, with the item wherever the case says {each}.",
        },
        "site": {
            "type": "object", "additionalProperties": _mapping({**facts, "file": _FILE}),
            "description": "The facts of each page of a site, by address, as {/a: {title: Apply}}.",
        },
        UNTESTED: {"const": True, "description": "The evidence for the rule is missing, so that it cannot judge."},
        **{outcome: {**verdicts, "description": _OUTCOMES[outcome]} for outcome in OUTCOMES},
    }  # fmt: skip
    case = _mapping({**{key: special[key] for key in SPECIAL}, **facts, "file": _FILE}, ("name",))
    return {
        "$schema": DIALECT,
        "title": "The cases of a rule of govlint (cases.yaml)",
        "type": "array", "minItems": 1, "items": case,
    }  # fmt: skip


_FILE: Schema = {**TEXT, "description": "A document beside the cases, or in the folder documents of the pack."}


def _keys(book: Rulebook) -> dict[str, Schema]:
    """What each key of a rule takes. A standard may be of a pack that is not configured, so it need not be a known one."""
    standards = {"anyOf": [_one_of(book.standards), {"type": "string", "pattern": "^[^/ ]+/[^ ]+$"}]}
    well_known = (name for name, fact in book.facts.items() if fact.asks)
    issue = _mapping({key: _ISSUE[key] for key in KNOWN_ISSUE}, ("reason",))
    return {
        "title": {**TEXT, "description": "A sentence that is true of a good page, without a full stop."},
        "severity": {**_one_of(SEVERITIES), "description": "How bad it is where the rule is broken."},
        "standards": {**_list(standards), "minItems": 1, "description": "Who asks for it: ids of standards."},
        "why": {**TEXT, "description": "Whom it hurts, and how."},
        "fix": {**TEXT, "description": "What to do."},
        "profiles": {**_list(_one_of(PROFILES)), "description": "The kinds of site it applies to; without it, all."},
        "judges": {**_list(_one_of((*ROLES, *well_known))), "description": "What it looks at; without it, pages."},
        "act": {**_list({"type": ["string", "number"]}), "description": "Ids of the ACT rules that it implements."},
        "messages": {"type": "object", "minProperties": 1, "additionalProperties": TEXT, "description": "The text of each verdict, by key."},
        "select": {**SELECTOR, "description": "Which elements the rule is about."},
        "expect": {
            "type": "object", "minProperties": 1, "description": "What each selected element must be.",
            "additionalProperties": _mapping({word: _WORDS[word] for word in WORDS}, ("else",)),
        },
        "axe": {**_list(TEXT), "minItems": 1, "description": "Ids of axe-core's rules that tell."},
        "known-issues": {
            **_list({**issue, "anyOf": [{"required": ["snippet"]}, {"required": ["message"]}]}),
            "description": "Findings that are listed with a reason and do not count.",
        },
        "help": {**TEXT, "format": "uri", "description": "The address of a page with more."},
        "markup": {
            "description": f"How a good page writes it, in at most {MARKUP_LINES} lines; where versions differ, a text for each.",
            "anyOf": [TEXT, {"type": "object", "minProperties": 1, "additionalProperties": TEXT}],
        },
        "majors": {
            **_one_of(book.facts),
            "description": "The fact that tells which major versions a page may use, so that reports show the markup for these.",
        },
    }  # fmt: skip


def _fact(fact: Fact) -> Schema:
    said = (inspect.getdoc(fact.function) or "").split("\n\n")[0]
    return {"description": " ".join(said.split())} if said else {}


def _mapping(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    return {"type": "object", "properties": dict(properties), "required": list(required), "additionalProperties": False}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(names: Iterable[str]) -> Schema:
    return {"enum": sorted(names)}
