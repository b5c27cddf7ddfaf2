"""Places of elements, their excerpts and their words."""

from __future__ import annotations

import re

import pytest

from govlint.facts.marks import unmark
from govlint.facts.place import EXCERPT_LENGTH, READ_LENGTH, excerpt, parse, words


def whole(node):
    """The excerpt as of all of the source."""
    text = re.sub(r"\s+", " ", unmark(node.html)).strip()
    return text if len(text) <= EXCERPT_LENGTH else text[: EXCERPT_LENGTH - 1] + "…"


@pytest.mark.parametrize(
    "inside",
    ["A", "A \n B " * 200, " " * READ_LENGTH + "A", "<i>A</i>" * 100, '<b class="{}">A</b>'.format("x" * 2 * READ_LENGTH), "<b>" + "\n" * 990 + "A" * 300],
    ids=["short", "words", "late", "many elements", "long attribute", "much space"],
)
def test_an_excerpt_of_a_long_element_is_that_of_all_of_it(inside):
    node = parse(f"<main>\n<div id='d'>{inside}</div></main>").css_first("#d")

    assert excerpt(node) == whole(node)
    assert "govlint-at" not in excerpt(node)


@pytest.mark.parametrize("length", range(READ_LENGTH - 60, READ_LENGTH + 10))
def test_a_mark_that_is_cut_by_the_reading_is_never_seen(length):
    node = parse(f"<div>{'A' * 150}{' ' * (length - 190)}<b>B</b><i>{'C' * 200}</i></div>").css_first("div")

    assert excerpt(node) == whole(node)


def test_the_excerpt_of_the_page_itself_is_its_start_tag():
    tree = parse('<html lang="en"><head></head><body class="a"><p>A</p></body></html>')

    assert excerpt(tree.root) == '<html lang="en">'
    assert excerpt(tree.body) == '<body class="a">'


def test_words_are_the_same_when_asked_again_and_in_another_tree():
    first, second = (parse("<p>A  B<br>C<script>D</script></p><p>E</p>") for _ in range(2))

    assert [words(p) for p in first.css("p")] == [words(p) for p in first.css("p")] == [words(p) for p in second.css("p")] == ["A B C", "E"]
