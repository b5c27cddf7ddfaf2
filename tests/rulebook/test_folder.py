"""Faults of a rule's folder are told with file, line and nearest name."""

from __future__ import annotations

import pytest

from govlint.rulebook.written import RuleError

from .house import CHECKED, HEAD
from .house import SHEET as GOOD
from .house import rule_of as rule_with


def rule_of(tmp_path, sheet: str, check: str | None = None):
    return rule_with(tmp_path, sheet, check=check)


def test_a_sound_sheet_becomes_a_rule_named_by_its_place(tmp_path):
    rule = rule_of(tmp_path, GOOD)

    assert (rule.id, rule.severity, rule.needs, rule.judges) == ("pack/some-rule", "minor", ("dom",), ("page",))


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("severity: minor", "severity: mnior"), 2, "did you mean minor?"),
        (("standards: [house/one]", "standards: [house/two]"), 3, "did you mean house/one?"),
        (("why:", "wy:"), 4, "did you mean why?"),
        (("    count: 1\n", ""), 8, "expects nothing"),
        (("count: 1", "count: few"), 10, "is a number or a range"),
        (("find: h1", "find: 'h1['"), 9, "is not a CSS selector"),
        (("    find: h1", "    fnd: h1"), 9, "did you mean find?"),
        (("    else: The page has {count} headings; give it one.\n", ""), 8, "has no “else”"),
        (("select: body\n", ""), 1, "needs a “select”"),
        (("title: A page has a heading\n", ""), 1, "“title” is missing"),
        (("why: People look for it.", "why: [unclosed"), 5, "this is not YAML"),
        (("fix: Add one.", "title: twice"), 5, "stands twice"),
        (("{count}", "{cuont}"), 11, "nothing fills “{cuont}” in this message; did you mean count?"),
        (("{count}", "{value}"), 11, "nothing fills “{value}”"),
        (("{count}", "{count"), 11, "a brace in this message opens no placeholder"),
        (("count: 1", "attribute: class\n    in: yes"), 11, "“in” is a list"),
        (("why:", "majors: govuk_mayors\nwhy:"), 4, "did you mean govuk_majors?"),
        (("why:", "majors: govuk_majors\nmarkup: <h1>\nwhy:"), 4, "chooses among texts of “markup” for versions, and there are none"),
        (("why:", "majors: govuk_majors\nmarkup: {one question: <h1>}\nwhy:"), 4, "and there are none"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_fault_is_told_with_its_line_and_the_nearest_name(tmp_path, change, line, said):
    sheet = GOOD.replace(*change)
    assert sheet != GOOD

    with pytest.raises(RuleError) as fault:
        rule_of(tmp_path, sheet)

    assert said in str(fault.value)
    assert fault.value.line == line
    assert "rule.yaml" in str(fault.value)


def test_a_check_that_names_no_known_fact_is_told_the_nearest(tmp_path):
    with pytest.raises(RuleError, match="unknown fact “titel”; did you mean title") as fault:
        rule_of(tmp_path, CHECKED, "def check(dom, titel):\n    yield\n")
    assert (fault.value.line, fault.value.column) == (1, 16)


def test_a_message_of_an_axe_rule_is_filled_by_axe_core_alone(tmp_path):
    sheet = HEAD + "axe: [image-alt]\nmessages:\n  violations: The {element} is bad.\n"

    with pytest.raises(RuleError, match="nothing fills “{element}”") as fault:
        rule_of(tmp_path, sheet)
    assert (fault.value.line, fault.value.column) == (8, 15)


def test_a_check_may_not_reach_the_network(tmp_path):
    with pytest.raises(RuleError, match="may not import requests") as fault:
        rule_of(tmp_path, CHECKED, "import requests\n\ndef check(dom):\n    yield\n")
    assert fault.value.line == 1


def test_two_ways_to_tell_are_one_too_many(tmp_path):
    with pytest.raises(RuleError, match="tells in one way"):
        rule_of(tmp_path, GOOD, "def check(dom):\n    yield\n")


def test_no_way_to_tell_is_one_too_few(tmp_path):
    with pytest.raises(RuleError, match="none is there"):
        rule_of(tmp_path, CHECKED)


def test_broken_python_is_told_with_its_line(tmp_path):
    with pytest.raises(RuleError, match="this is not Python") as fault:
        rule_of(tmp_path, CHECKED, "def check(dom):\n    yield (\n")
    assert "check.py" in str(fault.value)


def test_a_check_is_not_run_to_read_its_rule(tmp_path):
    rule = rule_of(tmp_path, CHECKED, "raise SystemExit('run')\n\ndef check(dom, title=''):\n    yield\n")

    assert (rule.needs, rule.optional) == (("dom",), ("title",))


def test_a_parameter_of_each_page_makes_a_rule_of_the_site(tmp_path):
    rule = rule_of(tmp_path, CHECKED, "from govlint import Each\n\ndef check(title: Each[str]):\n    yield\n")

    assert rule.of_site
