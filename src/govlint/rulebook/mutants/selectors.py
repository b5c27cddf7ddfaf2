"""Nudges of a CSS selector: each alternative, part, comparison and combinator changed on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .nudge import Edit, Nudge, applied, without_one

NOTHING = "govlint-nothing"
_NESTING = ("is", "where", "not", "has", "matches", "any")
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_TURNED = {">": " ", "": " > ", "+": " ~ ", "~": " + "}
_ATTRIBUTE = re.compile(r"""\[\s*[^\s=~|^$*\]]+\s*(?:([~|^$*]?=)\s*("[^"]*"|'[^']*'|[^\s\]]+)\s*([iIsS])?\s*)?\]""")
_LOOSER = {"^=": "*=", "$=": "*=", "~=": "*=", "*=": "=", "|=": "="}


@dataclass(frozen=True, slots=True)
class _Complex:
    """One alternative: where it stands, its compounds as lists of simple selectors, and its combinators."""

    start: int
    end: int
    compounds: list[list[tuple[int, int]]] = field(default_factory=list)
    combinators: list[tuple[int, int, str]] = field(default_factory=list)


def selector_nudges(css: str) -> list[Nudge]:
    """All nudges of a selector, in the order of its parts; empty for what this cannot read."""
    try:
        edits = list(_edits(css))
    except IndexError:  # not closed somewhere
        return []
    return list(applied(css, edits))


def _edits(css: str) -> Iterator[Edit]:
    alternatives, end = _read_list(css, 0)
    if end < len(css):
        return
    if len(alternatives) == 1:
        yield Edit(0, len(css), NOTHING, f"“{css.strip()}” finds nothing")
    yield from _of_list(css, alternatives)


def _of_list(css: str, alternatives: list[_Complex], nested: bool = False) -> Iterator[Edit]:
    if len(alternatives) > 1:
        yield from without_one(css, [(a.start, a.end) for a in alternatives], "the alternative")
    for number, alternative in enumerate(alternatives):
        whole = css[alternative.start : alternative.end]
        for start, end, kind in alternative.combinators:
            yield Edit(start, end, _TURNED[kind], f"“{whole}” with “{_TURNED[kind]}” for “{css[start:end]}”")
        # That one alternative finds everything says as much as that another one does.
        lone = not alternative.combinators and len(alternative.compounds[0]) == 1
        for compound in alternative.compounds:
            yield from _of_compound(css, whole, compound, drop=not lone or not (nested or number))


def _of_compound(css: str, whole: str, compound: list[tuple[int, int]], drop: bool) -> Iterator[Edit]:
    for start, end in compound:
        simple = css[start:end]
        # The first of all elements is the root itself.
        if drop and simple != "*" and whole != "html":
            yield Edit(start, end, "" if len(compound) > 1 else "*", f"“{simple}” left out of “{whole}”")
        if simple.startswith("["):
            yield from _of_attribute(css, start, end)
        elif name := _nesting(simple):
            inner, _ = _read_list(css, start + len(name) + 2)
            yield from _of_list(css, inner, nested=True)


def _of_attribute(css: str, start: int, end: int) -> Iterator[Edit]:
    written = _ATTRIBUTE.fullmatch(css, start, end)
    if written is None or not written[1]:
        return
    yield Edit(written.start(1), end, "]", f"“{written[0]}” asks for no value")
    if written[1] in _LOOSER:
        by = _LOOSER[written[1]]
        yield Edit(*written.span(1), by, f"“{written[0]}” compares by {by}")
    if written[3]:
        yield Edit(*written.span(3), "", f"“{written[0]}” minds the case")


def _read_list(css: str, at: int) -> tuple[list[_Complex], int]:
    """The alternatives from an offset on, and the offset where the list ends: a bracket, or the end."""
    found = []
    while True:
        alternative, at = _read_complex(css, at)
        found.append(alternative)
        if at >= len(css) or css[at] != ",":
            return found, at
        at += 1


def _read_complex(css: str, at: int) -> tuple[_Complex, int]:
    at = _past_space(css, at)
    start = last = at
    compounds: list[list[tuple[int, int]]] = []
    combinators: list[tuple[int, int, str]] = []
    if at < len(css) and css[at] in ">+~":  # :has(> p)
        at = _past_space(css, at + 1)
    while at < len(css) and css[at] not in ",)":
        compound, at = _read_compound(css, at)
        compounds.append(compound)
        last = at
        between = _COMBINATOR.match(css, at)
        if between is None or between.end() >= len(css) or css[between.end()] in ",)":
            if between and between[1]:
                raise IndexError
            at = between.end() if between else at
            break
        combinators.append((between.start(), between.end(), between[1] or ""))
        at = between.end()
    return _Complex(start, last, compounds, combinators), at


def _read_compound(css: str, at: int) -> tuple[list[tuple[int, int]], int]:
    simples = []
    while at < len(css) and not re.match(r"[\s>+~,)]", css[at]):
        end = _end_of_simple(css, at)
        simples.append((at, end))
        at = end
    if not simples:
        raise IndexError
    return simples, at


def _end_of_simple(css: str, at: int) -> int:
    if css[at] == "[":
        return _closed(css, at, "[", "]")
    if css[at] == "*":
        return at + 1
    name = re.compile(r"(?:::?|[.#])?(?:[\w-]|\\.|[^\x00-\x7f])+").match(css, at)
    if name is None:
        raise IndexError
    end = name.end()
    return _closed(css, end, "(", ")") if css[at] == ":" and css[end : end + 1] == "(" else end


def _closed(css: str, at: int, opens: str, closes: str) -> int:
    """The offset after the bracket that closes the one at an offset; raises IndexError where none does."""
    depth, quote = 0, ""
    while True:
        letter = css[at]
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in (opens, closes):
            depth += 1 if letter == opens else -1
            if not depth:
                return at + 1
        at += 1


def _nesting(simple: str) -> str:
    name = re.match(r":([a-z-]+)\(", simple)
    return name[1] if name and name[1] in _NESTING else ""


def _past_space(css: str, at: int) -> int:
    while at < len(css) and css[at].isspace():
        at += 1
    return at
