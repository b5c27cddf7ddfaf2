"""Nudges of the constants in a check.py; what a text is used for says how it is nudged."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .mutant import turned
from .patterns import pattern_nudges
from .selectors import selector_nudges

SELECTOR, PATTERN, WORDS = "selector", "pattern", "words"
_SELECTS = ("css", "css_first", "css_matches", "any_css_matches")
_OTHER = "xx{}xx"


@dataclass(frozen=True, slots=True)
class Changed:
    """Another constant, what was changed, and the word by which its line can be found."""

    by: ast.Constant
    change: str
    word: str = ""


def constant_nudges(node: ast.Constant, role: str) -> Iterator[Changed]:
    """The constants near this one: numbers by one, truth turned, texts by what they are used for."""
    value = node.value
    if isinstance(value, bool):
        yield Changed(ast.Constant(not value), turned(value, not value))
    elif isinstance(value, int):
        yield from (Changed(ast.Constant(n), turned(value, n)) for n in (value - 1, value + 1))
    elif isinstance(value, float):
        step = float(Decimal(1).scaleb(int(Decimal(repr(value)).as_tuple().exponent)))
        yield from (Changed(ast.Constant(n), turned(value, n)) for n in (value - step, value + step))
    elif isinstance(value, bytes):
        yield Changed(ast.Constant(b"xx" + value + b"xx"), turned(value, b"xx" + value + b"xx"))
    elif isinstance(value, str):
        yield from _of_text(value, role)


def _of_text(text: str, role: str) -> Iterator[Changed]:
    if role == WORDS:
        words = text.split()
        for number, word in enumerate(words):
            yield Changed(ast.Constant(" ".join([*words[:number], *words[number + 1 :]])), f"the word “{word}” left out", word)
        return
    nudges = selector_nudges(text) if role == SELECTOR else pattern_nudges(text) if role == PATTERN else []
    for nudge in nudges:
        yield Changed(ast.Constant(nudge.text), nudge.change)
    if not nudges:
        other = _OTHER.format(text)
        yield Changed(ast.Constant(other), turned(repr(text), repr(other)))


def roles(tree: ast.Module, source: str) -> dict[int, str]:
    """What each text constant is used for, by its `id`: a selector, a pattern, or words to be split."""
    named = {SELECTOR: set[str](), PATTERN: set[str]()}
    found: dict[int, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            _note_call(node, named, found)
    lines = source.splitlines()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for role, names in named.items():
                if any(isinstance(t, ast.Name) and t.id in names for t in targets):
                    found.setdefault(id(node.value), role)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_raw(node, lines):
            found.setdefault(id(node), PATTERN)
    return found


def _note_call(call: ast.Call, named: dict[str, set[str]], found: dict[int, str]) -> None:
    function = call.func
    if isinstance(function, ast.Attribute) and function.attr == "split" and isinstance(function.value, ast.Constant):
        if not call.args and not call.keywords:
            found[id(function.value)] = WORDS
        return
    if not call.args:
        return
    role = ""
    if isinstance(function, ast.Attribute) and function.attr in _SELECTS:
        role = SELECTOR
    elif isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re":
        role = PATTERN
    if role and isinstance(call.args[0], ast.Constant):
        found[id(call.args[0])] = role
    elif role and isinstance(call.args[0], ast.Name):
        named[role].add(call.args[0].id)


def _is_raw(node: ast.Constant, lines: list[str]) -> bool:
    """Whether a text is written r"so", as patterns are."""
    return lines[node.lineno - 1].encode()[node.col_offset : node.col_offset + 1] in (b"r", b"R")
