"""The language of sheets, word by word."""

from __future__ import annotations

import pytest

from govlint.facts.place import parse
from govlint.rulebook.sheet import Expectation, Sheet


def outcomes(html: str, **expected):
    sheet = Sheet("p", (Expectation("key", **expected),))
    return [(v.outcome, v.place.selector, v.key) for v in sheet.check(parse(html))]


def test_what_is_not_selected_gives_no_verdict():
    assert [] == outcomes("<div>a</div>", find="b", count=(1, 1))


@pytest.mark.parametrize(("html", "passed"), [("<p><b>1</b>", True), ("<p>", False), ("<p><b></b><b></b>", False)])
def test_a_count_is_of_what_is_found_inside(html, passed):
    assert passed == (outcomes(html, find="b", count=(1, 1))[0][0] == "passed")


def test_a_value_fails_at_the_element_that_has_it():
    assert [("failed", "body > p > b", "key")] == outcomes("<p><b class=x>", find="b", attribute="class", allowed=("y",))


def test_an_attribute_that_is_not_there_is_empty():
    assert "failed" == outcomes("<p>", attribute="class", length=(1, 9))[0][0]


def test_length_is_of_the_text_without_space_around_it():
    assert "passed" == outcomes("<p> ab  ", text=True, length=(2, 2))[0][0]


def test_nothing_found_and_no_count_asked_is_as_expected():
    assert "passed" == outcomes("<p>", find="b", attribute="class", length=(1, 9))[0][0]


def test_an_element_that_fits_two_selectors_of_a_list_is_one():
    html = "<p><b class=x></b>"

    assert "passed" == outcomes(html, find="b, .x", count=(1, 1))[0][0]
    assert 1 == len(list(Sheet("p, body > p", (Expectation("key", find="b", count=(1, 1)),)).check(parse(html))))
