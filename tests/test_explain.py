"""`govlint explain` tells all of a rule, with an example of each kind; a shell completes its id."""

from __future__ import annotations

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from govlint.cli import main
from govlint.model.verdict import Passed
from govlint.pages import rule_page
from govlint.rulebook.examples import examples
from govlint.rulebook.packs import Rulebook, read_rulebook
from tests.rulebook.house import CASES, FACTS, STANDARDS, rule_of

BOOK = read_rulebook()


def run(*words):
    return CliRunner().invoke(main, list(words))


def completed(*words, typed):
    """What is offered after these words for what is typed so far."""
    return [item.value for item in ShellComplete(main, {}, "govlint", "_GOVLINT_COMPLETE").get_completions(list(words), typed)]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_a_rule_is_explained_from_its_title_to_what_govlint_says_of_an_example():
    page = run("explain", "metadata/page-description").output

    assert page.startswith("metadata/page-description  (minor)\nEvery page describes itself in one sentence\n")
    for heading in ("Why", "How to mend it", "Asked for by", "Judges", "Looks at", "Profiles", "Says"):
        assert f"\n\n{heading}\n" in page
    assert "https://www.gov.uk/guidance/content-design/writing-for-gov-uk" in page
    assert "wrong, at html:\n      The page has 0 descriptions; it needs one." in page
    assert "fine, at html:\n      This is as the rule asks." in page
    assert page.index("An example that is not so") < page.index("An example that is so")


def test_an_act_rule_is_named_with_its_address():
    assert "https://www.w3.org/WAI/standards-guidelines/act/rules/oj04fd/" in run("explain", "keyboard/focus-visible").output


def test_rules_show_prints_the_same_page():
    assert run("explain", "axe/image-alt").output == run("rules", "show", "axe/image-alt").output


def test_an_unknown_rule_is_misuse_and_the_nearest_is_named():
    result = run("explain", "metadata/page-descripton")

    assert result.exit_code == 2
    assert "did you mean metadata/page-description?" in result.stderr


def test_every_rule_with_cases_has_an_example_that_is_not_so_and_one_that_is():
    without = [
        rule.id
        for rule in BOOK.rules.values()
        if rule.folder and (rule.folder / "cases.yaml").exists() and [e.wrong for e in examples(rule, BOOK.facts)] != [True, False]
    ]

    assert without == []


def test_what_is_wrong_in_an_example_is_said():
    silent = [rule.id for rule in BOOK.rules.values() for e in examples(rule, BOOK.facts) if e.wrong and not e.says]

    assert silent == []


def test_a_rule_of_axe_core_without_cases_has_no_examples():
    assert examples(BOOK.rules["axe/image-alt"], BOOK.facts) == ()


def test_an_example_that_shows_something_goes_before_one_of_which_nothing_is_said(tmp_path):
    cases = "- name: no body to look at\n  html: <html></html>\n  passed: {}\n\n" + CASES
    rule = rule_of(tmp_path, cases=cases.replace("  passed: {}\n", ""))

    assert [example.name for example in examples(rule, FACTS)] == ["no heading", "one heading"]


def test_a_case_cannot_steer_the_terminal(tmp_path):
    rule = rule_of(tmp_path, cases=CASES.replace("<p>Apply</p>", '"<p>\\e[31mApply</p>"'))
    page = rule_page(rule, Rulebook({rule.id: rule}, FACTS, STANDARDS))

    assert "\x1b" not in page
    assert "\N{REPLACEMENT CHARACTER}[31mApply" in page


def test_a_long_case_is_cut_and_the_rest_is_counted(tmp_path):
    many = "\n".join(f"    <p>{number}</p>" for number in range(45))
    rule = rule_of(tmp_path, cases=CASES.replace("<p>Apply</p>", f"|\n{many}"))
    page = rule_page(rule, Rulebook({rule.id: rule}, FACTS, STANDARDS))

    assert "<p>39</p>" in page
    assert "<p>40</p>" not in page
    assert "… and 5 more lines" in page


def test_an_example_says_the_text_with_its_placeholders_filled(tmp_path):
    wrong, fine = examples(rule_of(tmp_path), FACTS)

    assert [(said.outcome, said.where, said.text) for said in wrong.says] == [
        ("failed", "body", "The page has 0 headings; give it one.")
    ]
    assert [said.outcome for said in fine.says] == [Passed("body", "fine").outcome]


def test_the_shell_completes_the_id_of_a_rule():
    assert completed("explain", typed="metadata/title-p") == ["metadata/title-present"]
    assert completed("rules", "show", typed="metadata/title-p") == ["metadata/title-present"]


@pytest.mark.parametrize("option", ["--rules", "--skip"])
def test_the_shell_completes_rules_and_packs_after_the_options_that_take_both(option):
    offered = completed("check", option, typed="key")

    assert offered[0] == "keyboard"
    assert "keyboard/focus-visible" in offered
    assert all(name.startswith("key") for name in offered)


def test_the_shell_offers_no_pack_where_one_rule_is_asked_for():
    assert "keyboard" not in completed("explain", typed="key")


def test_the_shell_offers_nothing_where_the_configuration_is_broken(tmp_path):
    (tmp_path / "govlint.toml").write_text("packs = 3\n", "utf-8")

    assert completed("explain", typed="key") == []
