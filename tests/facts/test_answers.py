"""Each address is known with its answer, and each page with what it points to."""

import pytest

from govlint import Inapplicable
from govlint.facts.answers import Answer, anchors, by_address, pointers, seen_from
from govlint.facts.page import links
from govlint.facts.place import parse

PAGE = "https://hill.gov.uk/a"


def pointed(html, role="page"):
    return [(p.to, p.fragment) for p in pointers(links(parse(html), PAGE), role)]


def test_a_page_points_to_each_address_and_part_once():
    html = '<a href="/b">1</a><a href="/b">2</a><a href="/b#c">3</a><a href="/b#c%20d">4</a><a href="HTTPS://HILL.gov.uk:443/b">5</a>'
    assert pointed(html) == [("https://hill.gov.uk/b", ""), ("https://hill.gov.uk/b", "c"), ("https://hill.gov.uk/b", "c d")]


def test_what_is_not_on_the_web_is_pointed_to_by_none():
    assert pointed('<a href="mailto:a@hill.gov.uk">A</a><a href="javascript:go()">B</a><a href="http://[">C</a><a name="d">D</a>') == []


def test_an_error_page_points_nowhere():
    with pytest.raises(Inapplicable):
        pointed('<a href="/b">B</a>', role="error")


def test_the_names_that_a_fragment_can_point_to():
    html = '<h2 id="a">A</h2><a name="b"></a><input name="c"><p id=""></p>'
    assert anchors(html) == {"a", "b"}
    assert anchors(html, '<p id="made-by-script">') == {"a", "b", "made-by-script"}


def test_an_answer_is_found_by_each_address_that_led_to_it():
    given = Answer("https://a.uk/1", "https://a.uk/3", 404, ("https://a.uk/1", "https://a.uk/2"))
    assert by_address([given]) == dict.fromkeys(["https://a.uk/1", "https://a.uk/2", "https://a.uk/3"], given)


def test_an_address_of_the_same_host_is_written_without_it():
    assert seen_from(PAGE, "https://hill.gov.uk/b?c=1") == "/b?c=1"
    assert seen_from(PAGE, "https://hill.gov.uk.example.com/b") == "https://hill.gov.uk.example.com/b"
    assert seen_from(PAGE, "http://hill.gov.uk/b") == "http://hill.gov.uk/b"
