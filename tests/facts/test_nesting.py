"""Which elements have a class, hold it or stand in it."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence
from govlint.facts import builtin_facts
from govlint.facts.nesting import Nesting, contents
from govlint.facts.place import parse

PAGE = parse(
    '<main id="m"><form class="govuk-form" id="f"><div class="govuk-group" id="g"><a class="govuk-link" id="l"><b id="b">A</b></a>'
    '<i class="own" id="i"><u id="u">B</u></i><input type="HIDDEN" id="h"><input class="govuk-input" id="n"></div></form><p id="p">C</p></main>'
)


def ids(found):
    return sorted(node.attributes["id"] for node in PAGE.css("[id]") if node.mem_id in found)


@pytest.fixture
def nesting():
    return Nesting(PAGE, Evidence({"dom": PAGE}, {}, builtin_facts()).get("govuk_classes"))


def test_the_elements_of_a_class_are_known_and_those_around_them(nesting):
    assert ids(nesting.having("govuk-input")) == ["n"]
    assert ids(nesting.holding("govuk-input")) == ["f", "g", "m", "n"]
    assert nesting.having("govuk-none") == nesting.holding("govuk-none") == frozenset()


def test_the_elements_around_a_tag_are_known(nesting):
    assert ids(nesting.holding_tag("u")) == ["f", "g", "i", "m", "u"]


def test_an_element_is_within_a_class_that_something_around_it_has(nesting):
    assert nesting.is_within(PAGE.css_first("#u"), "govuk-form")
    assert not nesting.is_within(PAGE.css_first("#f"), "govuk-form")
    assert not nesting.is_within(PAGE.css_first("#p"), "govuk-form")


def test_the_contents_of_a_class_are_the_elements_that_have_no_other_around_them_links_aside():
    found = {key: [node.attributes["id"] for node in nodes] for key, nodes in contents(PAGE, "govuk").items()}

    assert found == {
        ("govuk-form", "div"): ["g"], ("govuk-group", "a"): ["l"], ("govuk-group", "b"): ["b"], ("govuk-group", "input"): ["n"],
        ("own", "u"): ["u"],
    }  # fmt: skip
