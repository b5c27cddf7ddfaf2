"""Each part of a regular expression is changed on its own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.rulebook.mutants.patterns import NOTHING, pattern_nudges


def nudged(pattern: str) -> list[str]:
    return [nudge.text for nudge in pattern_nudges(pattern)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a", [NOTHING]),
        ("a|b|c", ["b|c", "a|c", "a|b"]),
        ("x(?:a|b)", [NOTHING, "x(?:b)", "x(?:a)"]),
        (r"\ba$", [NOTHING, "a$", r"\ba"]),
        ("^a", [NOTHING, "a"]),
        ("ab?c*d+", [NOTHING, "abc*d+", "ab?c+d+", "ab?c*d"]),
        ("a+?", [NOTHING, "a"]),
        ("a*?b", [NOTHING, "a+?b"]),
        ("a{2}", [NOTHING, "a{1}", "a{3}"]),
        ("a{1,2}", [NOTHING, "a{0,2}", "a{2,2}", "a{1,1}", "a{1,3}"]),
        ("a{2,}", [NOTHING, "a{1,}", "a{3,}"]),
        (r"a(?!\d)", [NOTHING, "a"]),
        ("(?<=a)b", [NOTHING, "b"]),
        (r"[|)\]+]", [NOTHING]),
        (r"\(|\|", [r"\|", r"\("]),
        ("(?P<x>a|b)(?P=x)", [NOTHING, "(?P<x>b)(?P=x)", "(?P<x>a)(?P=x)"]),
        ("(?i:a|b)", [NOTHING, "(?i:b)", "(?i:a)"]),
    ],
)
def test_a_pattern_is_changed_part_by_part(pattern, expected):
    assert expected == nudged(pattern)


@pytest.mark.parametrize("pattern", ["(", "a)", "(a", "["])
def test_what_is_no_pattern_has_no_nudge(pattern):
    assert [] == nudged(pattern)


@given(st.from_regex(r"([ab.]|\\[bdsw]|\[[ab^-]+\]|\((\?:|\?=|\?!)?[ab|]+\)|\||[?*+]|\{[12],?[23]?\}){1,12}", fullmatch=True))
def test_each_nudge_of_a_pattern_is_a_pattern_and_another_one(pattern):
    for text in nudged(pattern):
        re.compile(text)
        assert text != pattern
