"""Each part of a selector is changed on its own."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from govlint.rulebook.mutants.selectors import NOTHING, selector_nudges


def nudged(css: str) -> list[str]:
    return [nudge.text for nudge in selector_nudges(css)]


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("h1", [NOTHING, "*"]),
        ("*", [NOTHING]),
        ("h1, h2", ["h2", "h1", "*, h2"]),
        ("td table", [NOTHING, "td > table", "* table", "td *"]),
        ("head > title", [NOTHING, "head title", "* > title", "head > *"]),
        ("p + b", [NOTHING, "p ~ b", "* + b", "p + *"]),
        ("p ~ b", [NOTHING, "p + b", "* ~ b", "p ~ *"]),
        (".a.b#c", [NOTHING, ".b#c", ".a#c", ".a.b"]),
        ("a[href]", [NOTHING, "[href]", "a"]),
        ("[type=image i]", [NOTHING, "*", "[type]", "[type=image ]"]),
        ('[href^="#"]', [NOTHING, "*", "[href]", '[href*="#"]']),
        ("a:not(.x, [href])", [NOTHING, ":not(.x, [href])", "a", "a:not([href])", "a:not(.x)"]),
        (":is(a, b) i", [NOTHING, ":is(a, b) > i", "* i", ":is(b) i", ":is(a) i", ":is(a, b) *"]),
        ("p:nth-child(2n + 1)", [NOTHING, ":nth-child(2n + 1)", "p"]),
    ],
)
def test_a_selector_is_changed_part_by_part(css, expected):
    assert expected == nudged(css)


@pytest.mark.parametrize("css", ["a[href", "a:not(", "a >", "", "a,,b", "a }"])
def test_what_is_no_selector_has_no_nudge(css):
    assert [] == nudged(css)


@pytest.mark.parametrize(
    "css", ["a[href]:not([href^='#'], .x):hover + p ~ b", "svg:has(> title, p)", 'a[title="a)]b"] b', r".a\:b > c", "main *"]
)
def test_each_nudge_is_a_selector_itself(css):
    tree = LexborHTMLParser("<p></p>")

    assert nudged(css)
    for text in nudged(css):
        tree.css(text)


def test_a_nudge_says_what_was_changed():
    assert "the alternative “h2” left out" == selector_nudges("h1, h2")[1].change
