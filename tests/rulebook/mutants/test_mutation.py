"""A mutant is caught if some case comes out otherwise, crashes or does not end."""

from __future__ import annotations

from govlint.rulebook.mutants.mutation import mutate

from ..house import CASES, CHECK, CHECKED, FACTS, SHEET, rule_of

THOROUGH = """\
- name: one heading
  html: <h1>Apply</h1>
  passed: {body: fine}

- name: two headings
  html: <h1>Apply</h1><h1>Apply</h1>
  failed: {body: found}

- name: a heading of the second level is another thing
  html: <h2>Apply</h2>
"""


def survivors(tmp_path, sheet: str, cases: str, check: str | None = None) -> list[str]:
    mutation = mutate(rule_of(tmp_path, sheet, cases, check), FACTS)
    assert not mutation.fault, mutation.fault
    return [survivor.change for survivor in mutation.survivors]


def test_thorough_cases_catch_all_mutants(tmp_path):
    assert [] == survivors(tmp_path, CHECKED, THOROUGH, CHECK)


def test_a_change_that_no_case_notices_survives(tmp_path):
    thin = THOROUGH[: THOROUGH.index("- name: a heading of")]

    assert "count → True" in survivors(tmp_path, CHECKED, thin, CHECK)


def test_a_survivor_is_told_with_its_file_and_line(tmp_path):
    rule = rule_of(tmp_path, CHECKED, THOROUGH[: THOROUGH.index("- name: a heading of")], CHECK)

    assert {(str(rule.folder / "check.py"), 8)} == {(s.path, s.line) for s in mutate(rule, FACTS).survivors}


def test_the_same_rule_has_the_same_survivors_each_time(tmp_path):
    rule = rule_of(tmp_path, cases=CASES)

    assert mutate(rule, FACTS) == mutate(rule, FACTS)


def test_a_sheet_is_mutated_too(tmp_path):
    assert ["count 1 → 1..2"] == survivors(tmp_path, SHEET, CASES)


def test_a_mutant_that_does_not_end_is_caught(tmp_path):
    check = (
        "from govlint import Failed, Passed\n\n\n"
        "def check(dom):\n"
        "    number = len(dom.css('h1'))\n"
        "    while number > 1:\n"
        "        number = number - 1\n"
        "        yield Failed('body', 'found', count=2)\n"
        "    yield Passed('body', 'fine')\n"
    )
    cases = "- name: two\n  html: <h1></h1><h1></h1>\n  failed: {body: found}\n  passed: {body: fine}\n"

    assert "number - 1 → number + 1" not in survivors(tmp_path, CHECKED, cases, check)


def test_a_mutant_that_leaves_the_program_is_caught(tmp_path):
    check = CHECK.replace("    count =", "    if len(dom.css('h6')) > 3:\n        raise SystemExit\n    count =")

    assert "“h6” left out of “h6”" not in survivors(tmp_path, CHECKED, THOROUGH, check)


def test_a_word_that_only_a_user_reads_is_no_mutant(tmp_path):
    shown = CHECK.replace("count=count)", "count=COUNTS[count])").replace("def check", "COUNTS = {2: 'two'}\n\n\ndef check")
    asked = CHECK.replace('dom.css("h1")', "dom.css(TAGS[True])").replace("def check", "TAGS = {True: 'h1'}\n\n\ndef check")

    assert "'two' → 'xxtwoxx'" not in survivors(tmp_path, CHECKED, THOROUGH, shown)
    assert [] == survivors(tmp_path, CHECKED, THOROUGH, asked)
    assert 0 < mutate(rule_of(tmp_path, CHECKED, THOROUGH, shown), FACTS).made


def test_a_rule_whose_cases_fail_has_no_mutants(tmp_path):
    mutation = mutate(rule_of(tmp_path, cases=CASES.replace("failed: {body: heading}", "")), FACTS)

    assert "cases.yaml:5: “no heading” fails: + failed at body: heading" in mutation.fault
    assert not mutation.is_enough(0)
