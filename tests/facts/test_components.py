"""What the examples of a class have in common, and which elements have it not."""

from __future__ import annotations

import json

import pytest

from govlint.evidence.fact import Evidence, Inapplicable
from govlint.facts import builtin_facts
from govlint.facts.design_systems import DATA, ORDER, demands, known_classes

ALL = frozenset("3456")


def breaches(html, rendered=None):
    given = {"html": html, "url": "https://a.service.gov.uk/"} | ({"rendered": rendered} if rendered else {})
    found = Evidence(given, {}, builtin_facts()).get("component_breaches")
    return [(breach.node.id, breach.name, breach.kind, breach.wanted) for breach in found]


def test_classes_know_their_majors():
    assert frozenset("123456") == known_classes()["govuk-body"]
    assert frozenset("123") == known_classes()["govuk-tag--inactive"]
    assert frozenset("6") == known_classes()["govuk-template__header"]


def test_every_fact_is_of_a_known_class_in_majors_that_know_it():
    for name, kind, value, majors in json.loads((DATA / "govuk_components.json").read_text("utf-8"))["facts"]:
        assert kind in ORDER
        assert value
        assert set(majors.split()) <= known_classes()[name.rpartition(".")[2]], name


def test_what_differs_between_majors_is_asked_for_only_where_the_major_is_known():
    assert ("tag", "nav") in demands("govuk-breadcrumbs", frozenset("6"))
    assert ("tag", "div") in demands("govuk-breadcrumbs", frozenset("4"))
    assert not [fact for fact in demands("govuk-breadcrumbs", ALL) if fact[0] == "tag"]


def test_a_class_of_later_majors_is_held_against_those_that_know_it():
    assert demands("govuk-task-list", ALL) == demands("govuk-task-list", frozenset("56"))


def test_a_class_that_none_of_the_majors_knows_has_no_demands():
    assert () == demands("govuk-task-list", frozenset("34"))
    assert () == demands("govuk-nonsense", ALL)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p id="x" class="govuk-tabs__tab">A</p>', ("govuk-tabs__tab", "tag", "a")),
        ('<span id="x" class="govuk-hint">A</span>', ("govuk-hint", "plain-tag", "div")),
        ('<a id="x" href="/" class="govuk-button">A</a>', ("govuk-button", "value", "data-module=govuk-button")),
        ('<input id="x" type="text" class="govuk-input">', ("govuk-input", "attribute", "name")),
        ('<dl id="x" class="govuk-summary-list"></dl>', ("govuk-summary-list", "holds", "govuk-summary-list__key")),
        ('<h2 id="x" class="govuk-error-summary__title">A</h2>', ("govuk-error-summary__title", "within", "govuk-error-summary")),
    ],
)
def test_the_first_thing_that_is_not_as_in_the_examples_is_told(html, expected):
    assert [("x", *expected)] == breaches(html + "<form></form>")[:1]


def test_what_two_classes_of_an_element_want_is_told_once():
    html = '<span id="x" class="govuk-hint govuk-character-count__message"></span><form></form>'

    assert [("x", "govuk-hint", "plain-tag", "div")] == breaches(html)


@pytest.mark.parametrize("tag", ["div", "section", "blockquote", "nav", "li"])
def test_an_element_that_says_more_may_stand_for_a_div(tag):
    assert [] == breaches(f'<{tag} class="govuk-inset-text">A</{tag}><form></form>')


def test_case_and_spaces_of_a_value_do_not_count():
    assert [] == breaches('<button class="govuk-button" data-module=" GOVUK-button ">A</button><form></form>')


def test_a_page_that_a_script_draws_is_not_held_against_the_examples():
    shell = '<div id="app"></div><script src="app.js"></script>'

    with pytest.raises(Inapplicable, match="scripts have changed"):
        breaches(shell, rendered='<main><h1>A</h1><a class="govuk-button">A</a></main>')


def test_an_element_with_a_class_of_its_own_is_left_alone():
    html = '<div class="govuk-form-group"><input {} id="x" aria-label="A"></div>'

    assert [("x", "govuk-form-group", "own")] == [b[:3] for b in breaches(html.format(""))]
    assert [] == breaches(html.format('class="app-field"'))


def test_what_holds_on_one_element_alone_is_asked_for_there():
    assert ("attribute", "href") in demands("a.govuk-button", ALL)
    assert ("attribute", "href") not in demands("govuk-button", ALL)


@pytest.mark.parametrize(("value", "found"), [("nonsense", [(None, "role", "word", "nonsense")]), ("none", []), ("doc-toc", []), ("Alert", [])])
def test_a_word_that_no_browser_knows_is_told(value, found):
    assert found == breaches(f'<p class="govuk-body" role="{value}">A</p><form></form>')
