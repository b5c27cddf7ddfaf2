"""Errors as the Design System shows them."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence, Inapplicable
from govlint.facts import builtin_facts
from govlint.facts.errors import same_words
from govlint.facts.place import words


def facts(html):
    return Evidence({"html": html + "<form></form>", "url": "https://a.service.gov.uk/"}, {}, builtin_facts())


def test_a_summary_has_its_heading_and_its_links():
    html = (
        '<div class="govuk-error-summary"><h2 class="govuk-error-summary__title">There is a problem</h2>'
        '<a href=" #name ">Enter it</a><a href="/x#y">Go</a><a href="#">Up</a><a>Not one</a></div>'
    )
    summary = facts(html).get("error_summary")

    assert "There is a problem" == words(summary.heading)
    assert [("Enter it", "name"), ("Go", None), ("Up", "")] == [(link.text, link.target) for link in summary.links]


def test_a_summary_without_the_class_of_a_title_is_headed_by_its_first_heading():
    assert "Errors" == words(facts('<div class="govuk-error-summary"><h3>Errors</h3></div>').get("error_summary").heading)


def test_a_hidden_summary_gives_way_to_one_that_is_shown():
    html = '<div hidden><div class="govuk-error-summary" id="a"></div></div><div class="govuk-error-summary" id="b"></div>'

    assert "b" == facts(html).get("error_summary").node.id


def test_a_page_without_a_shown_summary_has_no_such_fact():
    with pytest.raises(Inapplicable, match="no error summary"):
        facts('<div class="govuk-error-summary" hidden></div>').get("error_summary")


def test_a_message_is_told_without_its_hidden_prefix():
    html = '<p id="e" class="govuk-error-message"><span class="govuk-visually-hidden"> Error:</span> Enter  it</p>'
    (message,) = facts(html).get("error_messages")

    assert ("Enter it", "error:", "e", None, ()) == (
        message.text, message.prefix, message.id, message.group, message.controls,
    )  # fmt: skip


def test_a_hidden_word_at_the_end_is_no_prefix_to_take_off():
    html = '<p class="govuk-error-message">Enter it <span class="govuk-visually-hidden">now</span></p>'

    assert "Enter it now" == facts(html).get("error_messages")[0].text


def test_a_message_knows_the_fields_of_its_group():
    html = (
        '<div id="g" class="govuk-form-group"><p class="govuk-error-message">Enter it</p><input type="hidden"><input id="a">'
        '<select id="b"></select><textarea id="c"></textarea><button></button></div><input id="d">'
    )
    (message,) = facts(html).get("error_messages")

    assert ("g", ["a", "b", "c"]) == (message.group.id, [n.id for n in message.controls])


@pytest.mark.parametrize("name", ["govuk-character-count__message", "govuk-character-count__status"])
def test_the_counter_of_a_text_area_is_no_message(name):
    assert () == facts(f'<p class="govuk-error-message {name}">Too long</p>').get("error_messages")


def test_a_hidden_message_is_not_shown():
    assert () == facts('<p class="govuk-error-message" hidden>Enter it</p>').get("error_messages")


@pytest.mark.parametrize("other", ["enter the child's name.", "Enter the child’s  name", "ENTER THE CHILD'S\u00a0NAME"])
def test_case_quotes_spaces_and_the_full_stop_make_no_difference(other):
    assert same_words("Enter the child’s name", other)


def test_other_words_are_not_the_same():
    assert not same_words("Enter the child’s name", "Enter the child’s age")
