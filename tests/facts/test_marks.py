"""Each start tag knows where it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.facts.marks import MARK, mark, unmark
from govlint.facts.place import at, parse, selector

PIECES = st.sampled_from(
    ["<p>", "</p>", "<a href='x>y'>", "<b x=\"1>2\">", "<!-- <i> -->", "<script>if(a<b){}</script>", "text", "\n", "\r\n",
     "<br/>", "<input value=a>", "<", "<!", "<title><x></title>", "<![CDATA[<q>]]>", "<style>p>a{}</style>", "é", "\U0001f600"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_unmarking_gives_the_source_back(source):
    assert source == unmark(mark(source))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_marked_element_is_written_where_it_says(source):
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for node in parse(source).css("*"):
        place = at(node)
        if place.line is not None:
            assert lines[place.line - 1][place.column - 1 :].lower().startswith("<" + node.tag)


def test_elements_that_the_parser_supplies_have_no_line():
    assert at(parse("<p>a").css_first("body")).line is None


@pytest.mark.parametrize(
    ("html", "css", "expected"),
    [
        ("<p>a<p>b", "p + p", "body > p:nth-of-type(2)"),
        ("<p id=a>a</p>", "p", "#a"),
        ("<p id=a>a</p><p id=a><b></b>", "b", "body > p:nth-of-type(2) > b"),
        ("<div id='1x'><i></i></div>", "i", "body > div > i"),
    ],
)
def test_a_selector_finds_its_element_again(html, css, expected):
    tree = parse(html)
    node = tree.css_first(css)

    assert expected == selector(node)
    assert tree.css_first(expected).mem_id == node.mem_id


def test_a_hostile_tag_does_not_take_long():
    mark("<p " + "a='" * 20_000)
    mark("<p" + " a=b" * 50_000)


def test_a_tag_that_is_not_ended_takes_all_that_follows():
    assert mark("<p>a</p><a <b <c").count(MARK) == 2
    assert mark("<a " * 200_000).count(MARK) == 1
