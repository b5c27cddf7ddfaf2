"""Faults of a cases.yaml are told with file, line, column and nearest name."""

from __future__ import annotations

import pytest

from govlint.rulebook.cases import unsaid
from govlint.rulebook.written import RuleError

from .house import CASES, CHECK, CHECKED, cases_of


@pytest.mark.parametrize(
    ("change", "line", "column", "said"),
    [
        (("html: <h1>", "htlm: <h1>"), 2, 3, "unknown fact “htlm”; did you mean html?"),
        (("failed: {body", "faild: {body"), 7, 3, "unknown fact “faild”; did you mean failed?"),
        (("body: heading", "body: heeding"), 7, 18, "unknown message “heeding”; did you mean heading?"),
        (("failed: {body: heading}", "failed: [heading]"), 7, 3, "“failed” lists places and messages"),
        (("failed: {body: heading}", "failed: {body: heading"), 8, 1, "this is not YAML"),
        (("name: no heading", "name: one heading"), 5, 9, "two cases are named “one heading”, here and in line 1"),
        (("- name: no heading\n  html", "- html"), 5, 3, "each case is a mapping with a name"),
        (("html: <p>Apply</p>", "headers: [a, b]"), 6, 3, "“headers” is a mapping"),
        (("html: <p>Apply</p>", "site: [/a, /b]"), 6, 3, "“site” gives facts for each address"),
        (("html: <p>Apply</p>", "site: {/a: Apply}"), 6, 10, "the page “/a” must be a mapping of facts"),
        (("html: <p>Apply</p>", "site: {/a: {titel: Apply}}"), 6, 15, "unknown fact “titel”; did you mean title?"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_fault_of_a_case_is_told_with_its_line_column_and_the_nearest_name(tmp_path, change, line, column, said):
    changed = CASES.replace(*change)
    assert changed != CASES

    with pytest.raises(RuleError) as fault:
        cases_of(tmp_path, cases=changed)

    assert said in str(fault.value)
    assert str(tmp_path / "pack" / "some-rule" / "cases.yaml") == fault.value.path
    assert (fault.value.line, fault.value.column) == (line, column)


EACH = """\
- name: a heading of the level
  each: [h2, h3]
  html: <{each}>Apply</{each}>
  failed: {body: heading}
"""


def test_a_case_for_each_item_has_the_item_in_its_name_and_its_facts(tmp_path):
    assert [
        ("a heading of the level: h2", "<h2>Apply</h2>"),
        ("a heading of the level: h3", "<h3>Apply</h3>"),
    ] == [(case.name, case.facts["html"]) for case in cases_of(tmp_path, cases=EACH)]


def test_an_item_can_stand_in_places_addresses_and_for_a_whole_fact(tmp_path):
    cases = "- name: all\n  each: [a, 3]\n  status: '{each}'\n  site: {'/{each}': {title: x}}\n  failed: {'#{each}': heading}\n"

    assert [("a", {("failed", "#a")}, {"/a"}), (3, {("failed", "#3")}, {"/3"})] == [
        (case.facts["status"], set(case.expected), set(case.site)) for case in cases_of(tmp_path, cases=cases)
    ]


def test_a_case_for_each_item_has_the_line_of_the_item(tmp_path):
    cases = EACH.replace("[h2, h3]", "\n    - h2\n    - h3")

    assert [3, 4] == [case.line for case in cases_of(tmp_path, cases=cases)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("[h2, h3]", "h2"), "“each” is a list of words"),
        (("[h2, h3]", "[]"), "“each” is a list of words"),
        (("[h2, h3]", "[[h2]]"), "“each” is a list of words"),
        (("<{each}>Apply</{each}>", "<h2>Apply</h2>"), "the case says {each} nowhere"),
        (("[h2, h3]", "[h2, h2]"), "two cases are named “a heading of the level: h2”"),
    ],
)
def test_a_fault_of_each_is_told(tmp_path, change, said):
    with pytest.raises(RuleError) as fault:
        cases_of(tmp_path, cases=EACH.replace(*change))

    assert said in str(fault.value)


def test_a_file_without_cases_is_refused(tmp_path):
    with pytest.raises(RuleError, match="must be a list of cases"):
        cases_of(tmp_path, cases="{}")


@pytest.mark.parametrize("said", ["", " false", " maybe"])
def test_a_case_is_untested_or_does_not_say_so(tmp_path, said):
    with pytest.raises(RuleError, match="“untested” is true, or is left out"):
        cases_of(tmp_path, cases=f"- name: none\n  html: <p>\n  untested:{said}\n")


def test_a_message_that_no_case_expects_is_unsaid(tmp_path):
    cases = cases_of(tmp_path, CHECKED, "- name: one heading\n  html: <h1>\n  passed: {body: fine}\n", CHECK)

    assert ["found"] == unsaid(cases[0].rule, cases)


def test_that_a_sheet_is_as_expected_need_not_be_said(tmp_path):
    cases = cases_of(tmp_path, cases="- name: none\n  html: <p>\n  failed: {body: heading}\n")

    assert [] == unsaid(cases[0].rule, cases)
