"""What a page says of itself."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence, NotGathered
from govlint.facts import builtin_facts

SHELL = '<html><body><div id="app"></div><script src="app.js"></script></body></html>'


def facts(html, **more):
    return Evidence({"html": html, "url": "http://a.example/b/c", **more}, {}, builtin_facts())


def test_the_title_is_that_of_the_head_and_not_of_a_picture():
    html = "<title>Apply</title><body><svg><title>GOV.UK</title></svg>"

    assert "Apply" == facts(html).get("title")


def test_a_comment_before_the_root_does_not_move_the_head():
    assert "en" == facts("<!-- licence -->\n<!doctype html><html lang=en><title>x</title>").get("language")


@pytest.mark.parametrize(
    ("href", "expected"),
    [("d", "http://a.example/b/d"), ("/d", "http://a.example/d"), (" d\n", "http://a.example/b/d"), ("http://[", "")],
)
def test_links_are_absolute(href, expected):
    assert [expected] == [link.url for link in facts(f'<a href="{href}">x</a>').get("links")]


def test_a_base_element_is_heeded():
    assert "http://a.example/z/d" == facts('<base href="/z/"><a href=d>x</a>').get("links")[0].url


def test_an_empty_shell_is_untested_without_a_browser():
    with pytest.raises(NotGathered, match="script draws this page"):
        facts(SHELL).get("dom")


def test_an_empty_shell_is_judged_as_the_browser_built_it():
    assert "Hello" == facts(SHELL, rendered="<html><head><title>Hello</title></head></html>").get("title")


def test_a_page_with_content_is_judged_as_served_even_if_a_script_changes_it():
    html = '<title>Served</title><h1>Hello</h1><div></div><script src="a.js"></script>'

    assert "Served" == facts(html, rendered="<title>Changed</title>").get("title")


@pytest.mark.parametrize(
    ("body", "headers", "expected"),
    [
        ("£".encode(), [["content-type", "text/html; charset=utf-8"]], "£"),
        ("£".encode("cp1252"), [["content-type", "text/html; charset=iso-8859-1"]], "£"),
        ("\ufeff£".encode(), [], "£"),
        ('<meta charset="windows-1252">£'.encode("cp1252"), [], '<meta charset="windows-1252">£'),
        ("£".encode("cp1252"), [], "£"),
        (b"a\xff", [["content-type", "text/html; charset=utf-8"]], "a\ufffd"),
        (b"a", [["content-type", "text/html; charset=no-such"]], "a"),
    ],
)
def test_the_source_is_read_in_its_encoding(body, headers, expected):
    found = Evidence({"body": body, "raw_headers": headers, "role": "page"}, {}, builtin_facts())

    assert expected == found.get("html")
