"""The small closed language of `rule.yaml`: what is selected, and what is expected of it.

In what `select` finds, each expectation `find`s something (or takes the selected
element itself), may take its `attribute` or `text`, and says what that must be.
`else` is said where it is not. The language does not grow an `if`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..facts.place import at, attributes, words
from ..model.verdict import Failed, Passed, Verdict
from .keys import check_message, pattern
from .written import RuleError, key_place, place_of, refuse_unknown

WORDS = ("find", "attribute", "text", "count", "length", "is", "in", "matches", "else")
AS_EXPECTED = "as-expected"
RANGE = r"(\d+)(\.\.(\d*))?"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One line of `expect:`. Bounds are inclusive; None is no bound asked."""

    key: str
    find: str | None = None
    attribute: str | None = None
    text: bool = False
    count: tuple[int, float] | None = None
    length: tuple[int, float] | None = None
    allowed: tuple[str, ...] | None = None
    matches: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rule told without Python."""

    select: str
    expectations: tuple[Expectation, ...]

    def check(self, dom: LexborHTMLParser) -> Iterator[Verdict]:
        """A verdict for each selected element: what fails in it, or that it is as expected."""
        for node in _once(dom.css(self.select)):
            failed = [verdict for e in self.expectations for verdict in _unmet(e, node)]
            yield from failed or [Passed(at(node), AS_EXPECTED)]


def read_sheet(path: Path, written: dict[str, Any]) -> tuple[Sheet, dict[str, str]]:
    """The sheet of a rule and its messages by key; raises RuleError."""
    if "select" not in written:
        raise RuleError(path, "“expect” needs a “select” that says which elements it is about", *place_of(written))
    expect = written["expect"]
    if not isinstance(expect, dict) or not expect:
        raise RuleError(path, "“expect” must name at least one expectation", *key_place(written, "expect"))
    expectations = tuple(_expectation(path, key, said) for key, said in expect.items())
    messages = {str(key): str(said["else"]) for key, said in expect.items()}
    _check_selector(path, written["select"])
    return Sheet(str(written["select"]), expectations), messages | {AS_EXPECTED: "This is as the rule asks."}


def _unmet(expected: Expectation, node: LexborNode) -> Iterator[Verdict]:
    found = [n for n in _once(node.css(expected.find)) if n.mem_id != node.mem_id] if expected.find else [node]
    if expected.count and not expected.count[0] <= len(found) <= expected.count[1]:
        yield Failed(at(node), expected.key, count=len(found))
        return
    if not (expected.attribute or expected.text):
        return
    for part in found:
        value = _value(expected, part)
        if not _holds(expected, value):
            yield Failed(at(part), expected.key, value=value, length=len(value.strip()), count=len(found))


def _once(nodes: list[LexborNode]) -> list[LexborNode]:
    # lexbor gives an element once for each part of a selector list that it fits.
    return list({node.mem_id: node for node in nodes}.values())


def _value(expected: Expectation, node: LexborNode) -> str:
    return attributes(node).get(expected.attribute, "") if expected.attribute else words(node)


def _holds(expected: Expectation, value: str) -> bool:
    if expected.length and not expected.length[0] <= len(value.strip()) <= expected.length[1]:
        return False
    if expected.allowed is not None and value.strip() not in expected.allowed:
        return False
    return expected.matches is None or expected.matches.search(value) is not None


def _expectation(path: Path, key: str, said: Any) -> Expectation:
    if not isinstance(said, dict):
        raise RuleError(path, f"the expectation “{key}” must be a mapping", *place_of(key))
    refuse_unknown(path, said, WORDS, "word in an expectation")
    if "else" not in said:
        raise RuleError(path, f"the expectation “{key}” has no “else” to say when it is not met", *place_of(key))
    if "find" in said:
        _check_selector(path, said["find"])
    tests = [word for word in ("length", "is", "in", "matches") if word in said]
    if tests and not ("attribute" in said or "text" in said):
        raise RuleError(path, f"“{tests[0]}” needs an “attribute” or “text” to look at", *key_place(said, tests[0]))
    if not tests and "count" not in said:
        raise RuleError(path, f"the expectation “{key}” expects nothing: add count, length, is, in or matches", *place_of(key))
    if "text" in said and str(said["text"]) != "words":
        raise RuleError(path, "“text” is written as “text: words”", *place_of(said["text"]))
    if "in" in said and not isinstance(said["in"], list):
        raise RuleError(path, "“in” is a list of the words that are allowed, as [a, b]", *key_place(said, "in"))
    # Where the count is wrong there is no value to tell of.
    check_message(path, said["else"], ("count",) if "count" in said else ("count", "length", "value"))
    allowed = (str(said["is"]),) if "is" in said else tuple(map(str, said["in"])) if "in" in said else None
    return Expectation(
        key=str(key),
        find=str(said["find"]) if "find" in said else None,
        attribute=str(said["attribute"]) if "attribute" in said else None,
        text="text" in said,
        count=_bounds(path, said, "count"),
        length=_bounds(path, said, "length"),
        allowed=allowed,
        matches=pattern(path, said["matches"]) if "matches" in said else None,
    )


def _bounds(path: Path, said: dict[str, Any], key: str) -> tuple[int, float] | None:
    """`3` is exactly three, `1..160` both ends, `1..` no upper end."""
    if key not in said:
        return None
    written = re.fullmatch(RANGE, str(said[key]))
    if written is None:
        raise RuleError(path, f"“{key}” is a number or a range such as 1..160, not “{said[key]}”", *place_of(said[key]))
    low = int(written[1])
    if written[2] is None:
        return low, low
    return low, int(written[3]) if written[3] else float("inf")


_EMPTY = LexborHTMLParser("<html></html>")


def _check_selector(path: Path, css: str) -> None:
    try:
        _EMPTY.css(str(css))
    except Exception as error:  # selectolax raises several kinds
        raise RuleError(path, f"“{css}” is not a CSS selector ({error})", *place_of(css)) from None
