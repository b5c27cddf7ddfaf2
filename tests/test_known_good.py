"""Official examples are known good: what is found in them is a fault of ours, or stands in the list with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from govlint.rulebook.packs import read_rulebook
from tools.invariants import invariants_of, without_repeats
from tools.known_good import (
    WRITTEN,
    Example,
    Found,
    examples,
    expectations,
    expected,
    is_blocking,
    judge,
    page,
    page_rules,
    written,
)

FIXTURES = Path(__file__).parent.parent / "fixtures/vendor/govuk-frontend"
BOOK = read_rulebook()
RULES = page_rules(BOOK)
EXAMPLES = list(examples("6.6.0", FIXTURES))
COMPONENTS = sorted({example.component for example in EXAMPLES})


@pytest.mark.parametrize("component", COMPONENTS)
def test_no_example_has_a_finding_that_nobody_has_explained(component):
    found = [f for example in EXAMPLES if example.component == component for f in judge(BOOK, RULES, example)]

    assert [] == [(f.example.name, f.rule.id, f.text) for f in found if not expected(f, expectations())]


def test_what_stops_a_deployment_is_expected_of_named_components_alone():
    assert all(line.get("components") for line in expectations() if is_blocking(BOOK.rules[line["rule"]]))


def test_a_line_is_for_the_components_releases_and_examples_that_it_names():
    found = Found(BOOK.rules["govuk-design/date-input"], Example("4.9.0", "date-input", "default", ""), "", "")
    line = {"rule": "govuk-design/date-input", "components": ["date-input"], "releases": ["4.9.0"], "examples": ["default"]}

    assert expected(found, [line]) is line
    assert expected(found, [{"rule": line["rule"]}])
    for other in ({"rule": "govuk-design/hint-link"}, {"components": ["tag"]}, {"releases": ["6.6.0"]}, {"examples": ["x"]}):
        assert expected(found, [line | other]) is None


def test_the_page_has_a_row_for_each_line_the_worst_first():
    def found(rule, *releases):
        return [Found(BOOK.rules[rule], Example(release, "tag", "x", ""), "", "") for release in releases]

    lines = [({"rule": r, "reason": "Because."}, found(r, *v)) for r, v in (
        ("govuk-design/error-words", ["6.6.0"]), ("govuk-design/error-both", ["6.6.0", "6.6.0", "4.9.0"]),
    )]  # fmt: skip
    rows = [row for row in written(EXAMPLES, 7, 0, 0, lines).splitlines() if row.startswith("| `")]

    assert rows == [
        "| `govuk-design/error-both` | moderate | 3 | 6.6.0: 2, 4.9.0: 1 | tag | Because. |",
        "| `govuk-design/error-words` | minor | 1 | 6.6.0: 1 | tag | Because. |",
    ]


def test_the_page_that_is_there_has_the_lines_of_the_list():
    told = WRITTEN.read_text("utf-8")

    assert [line["rule"] for line in expectations() if f"| `{line['rule']}` |" not in told or line["reason"] not in told] == []


def test_every_expected_finding_has_its_reason():
    for line in expectations():
        assert line["rule"] in BOOK.rules
        assert set(line.get("components", ())) <= set(COMPONENTS)
        assert len(line["reason"].split()) > 5


def test_an_example_stands_in_its_place_in_a_page():
    assert page(Example("6.6.0", "back-link", "x", "<i>")).index("<i>") < page(Example("6.6.0", "back-link", "x", "<i>")).index("<main")
    assert page(Example("6.6.0", "tag", "x", "<i>")).index("<main") < page(Example("6.6.0", "tag", "x", "<i>")).index("<i>")


def fixture(*markup):
    return [{"part": [{"html": html} for html in markup]}]


def test_what_all_examples_have_in_common_is_an_invariant():
    found = set(invariants_of(fixture('<b class="govuk-x" role="a" id="1">', '<b class="govuk-x govuk-y" role="b" id="2">')))

    assert {f for f in found if f[0] == "govuk-x"} == {
        ("govuk-x", "tag", "b"), ("govuk-x", "attribute", "role"), ("govuk-x", "attribute", "id"),
    }  # fmt: skip


def test_a_release_that_differs_takes_an_invariant_away():
    releases = [*fixture('<b class="govuk-x" hidden>'), *fixture('<i class="govuk-x" hidden>')]

    assert {("govuk-x", "attribute", "hidden"), ("govuk-x", "tag", "b|i")} == set(invariants_of(releases))


def test_parts_know_what_they_stand_in_and_hold():
    html = '<div class="govuk-x"><p class="govuk-z govuk-x__y"><input class="govuk-x__in"></p></div>'
    found = set(invariants_of(fixture(html)))

    assert ("govuk-x", "holds", "govuk-x__in") in found
    assert ("govuk-x", "holds-tag", "input") in found
    assert ("govuk-x__y", "parent", "govuk-x") in found
    assert ("govuk-x__y", "with", "govuk-z") in found
    assert ("govuk-x__in", "within", "govuk-x") in found
    assert not [f for f in found if f[0] == "govuk-z" and f[1] in ("parent", "holds")]


def test_a_stronger_fact_stands_for_a_weaker_one_in_the_same_majors():
    facts = {
        ("a", "attribute", "role"): {"5", "6"},
        ("a", "value", "role=region"): {"5", "6"},
        ("a__b", "parent", "a"): {"5"},
        ("a__b", "within", "a"): {"4", "5"},
    }

    assert set(facts) - set(without_repeats(facts)) == {("a", "attribute", "role")}


def test_what_is_around_the_parent_is_around_the_part():
    facts = {("a__b", "parent", "a"): {"5"}, ("a__c", "parent", "a__b"): {"5"}, ("a__c", "within", "a"): {"5"}}

    assert ("a__c", "within", "a") not in without_repeats(facts)
