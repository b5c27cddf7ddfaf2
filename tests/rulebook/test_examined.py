"""What an author is told of a rule's cases."""

from __future__ import annotations

from govlint.rulebook.examined import examine

from .house import CASES, CHECK, CHECKED, FACTS, SHEET, rule_of


def test_a_rule_without_fault_has_none(tmp_path):
    examined = examine(rule_of(tmp_path), FACTS)

    assert (examined.cases, examined.faults, examined.warnings) == (2, (), ())


def test_a_difference_is_a_fault_at_the_line_of_its_case(tmp_path):
    examined = examine(rule_of(tmp_path, cases=CASES.replace("failed: {body: heading}", "")), FACTS)

    assert [
        f"{tmp_path}/pack/some-rule/cases.yaml:5:1: no heading\n"
        "  + failed at body: heading  “The page has 0 headings; give it one.”"
    ] == [str(fault) for fault in examined.faults]


def test_cases_that_cannot_be_read_are_one_fault(tmp_path):
    examined = examine(rule_of(tmp_path, cases="- name: [unclosed\n"), FACTS)

    assert examined.cases == 0
    assert "cases.yaml:2:1: this is not YAML" in str(examined.faults[0])


def test_a_check_that_crashes_is_told_with_its_own_line(tmp_path):
    check = CHECK.replace('dom.css("h1")', 'dom.css_first("h6").css("h1")')
    examined = examine(rule_of(tmp_path, CHECKED, "- name: one\n  html: <h1>\n", check), FACTS)

    assert "check.py:5:1: the case “one” ends in AttributeError" in str(examined.faults[0])
    assert 'count = len(dom.css_first("h6").css("h1"))' in str(examined.faults[0])


def test_a_placeholder_that_nothing_fills_names_the_case_that_shows_it(tmp_path):
    sheet = CHECKED.replace("{count}", "{counts}")
    examined = examine(rule_of(tmp_path, sheet, "- name: two\n  html: <h1></h1><h1></h1>\n  failed: {body: found}\n", CHECK), FACTS)

    assert "rule.yaml:7:10: in the case “two”: nothing fills “{counts}”" in str(examined.faults[0])


def test_a_message_that_no_case_says_is_a_warning_with_its_line_and_column(tmp_path):
    examined = examine(rule_of(tmp_path, CHECKED, "- name: one\n  html: <h1>\n  passed: {body: fine}\n", CHECK), FACTS)

    assert () == examined.faults
    assert ["rule.yaml:7:10: no case says the message “found”; add one"] == [
        str(w).rpartition("/")[2] for w in examined.warnings
    ]


def test_texts_that_nobody_has_written_yet_are_faults(tmp_path):
    sheet = SHEET.replace("title: A page has a heading", "title: REPLACE this").replace("else: The", "else: REPLACE The")

    assert ["rule.yaml:1:1: “title” still says what to write there", "rule.yaml:11:11: “heading” still says what to write there"] == [
        str(fault).rpartition("/")[2] for fault in examine(rule_of(tmp_path, sheet), FACTS).faults
    ]
