"""A case gives exactly the verdicts that it lists, or the difference is shown."""

from __future__ import annotations

import pytest

from govlint.rulebook.trial import run
from govlint.rulebook.written import RuleError

from .house import CASES, CHECK, CHECKED, FACTS, cases_of


def shown(tmp_path, *args, **files) -> list[str]:
    return [line for case in cases_of(tmp_path, *args, **files) for line in run(case, FACTS)]


def test_nothing_is_shown_where_all_is_as_the_cases_say(tmp_path):
    assert [] == shown(tmp_path)


def test_what_is_missing_and_what_is_too_much_stand_one_below_the_other(tmp_path):
    assert [
        "- passed at body: as-expected",
        "+ failed at body: heading  “The page has 0 headings; give it one.”",
    ] == shown(tmp_path, cases="- name: none\n  html: <p>\n  passed: {body: as-expected}\n")


def test_a_verdict_that_is_not_listed_is_a_difference(tmp_path):
    assert ["+ passed at body: as-expected  “This is as the rule asks.”"] == shown(
        tmp_path, cases="- name: one\n  html: <h1>A</h1>\n"
    )


def test_a_place_that_the_page_does_not_have_is_pointed_out(tmp_path):
    assert "- passed at #x: as-expected  (no element of the page is there)" == shown(
        tmp_path, cases="- name: one\n  html: <h1>A</h1>\n  passed: {'#x': as-expected}\n"
    )[0]


def test_one_verdict_of_two_at_a_place_is_a_difference(tmp_path):
    check = CHECK.replace('yield Passed("body", "fine")', 'yield from [Passed("body", "fine")] * 2')
    cases = "- name: one\n  html: <h1>A</h1>\n  passed: {body: fine}\n"

    assert ["+ passed at body: fine  “The page has one.”"] == shown(tmp_path, CHECKED, cases, check)


def test_two_selectors_for_one_element_are_one_place(tmp_path):
    assert [] == shown(tmp_path, cases="- name: none\n  html: <p>\n  failed: {html > body: heading}\n")


def test_a_case_may_expect_that_nothing_can_be_judged(tmp_path):
    cases = "- name: no answer\n  status: 200\n  untested: true\n"

    assert [] == shown(tmp_path, CHECKED, cases, CHECK.replace("dom", "axe"))
    assert ["- untested", "+ the rule judged"] == shown(
        tmp_path, CHECKED, cases.replace("status: 200", "html: <p>"), CHECK
    )


def test_a_message_that_the_sheet_lacks_is_told_with_the_line_that_says_it(tmp_path):
    with pytest.raises(RuleError, match="“messages” has no “fine”; did you mean fines?") as fault:
        shown(tmp_path, CHECKED.replace("fine:", "fines:"), "- name: one\n  html: <h1>\n", CHECK)

    assert fault.value.path.endswith("check.py")
    assert fault.value.line == 9


def test_a_placeholder_that_the_check_does_not_fill_is_told_where_the_message_stands(tmp_path):
    with pytest.raises(RuleError, match="nothing fills “{counts}” in the message “found”; did you mean count?") as fault:
        shown(tmp_path, CHECKED.replace("{count}", "{counts}"), "- name: two\n  html: <h1></h1><h1></h1>\n", CHECK)

    assert fault.value.path.endswith("rule.yaml")
    assert (fault.value.line, fault.value.column) == (7, 10)


def test_a_document_that_is_not_there_is_told_with_the_line_of_its_case(tmp_path):
    with pytest.raises(RuleError, match="there is no document “none.pdf”") as fault:
        shown(tmp_path, cases=CASES + "\n- name: a file\n  file: none.pdf\n")

    assert fault.value.line == 9
