"""A rule's texts in another language, with English where there is none; faults are told with their place."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from govlint.cli import main
from govlint.rulebook.axe import axe_pack
from govlint.rulebook.packs import read_rulebook
from govlint.rulebook.rule import placeholders
from govlint.rulebook.translation import UnknownLanguage, in_language
from govlint.rulebook.written import RuleError

from .house import SHEET, STANDARDS, folder_of, rule_of

WELSH = """\
title: Mae pennawd i bob tudalen
fix: Ychwanegwch un.
messages:
  heading: "Nifer y penawdau: {count}; mae angen un."
"""
BOOK = read_rulebook()
TRANSLATED = {rule.id: rule for rule in BOOK.rules.values() if "cy" in rule.translations}
UNTITLED = '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body><main><h1>Apply</h1></main></body></html>'


def run(*words):
    return CliRunner().invoke(main, list(words))


def translated(tmp_path, welsh=WELSH, sheet=SHEET):
    (folder_of(tmp_path, sheet) / "rule.cy.yaml").write_text(welsh, "utf-8")
    return rule_of(tmp_path, sheet)


def fault_of(tmp_path, welsh, sheet=SHEET):
    with pytest.raises(RuleError) as fault:
        translated(tmp_path, welsh, sheet)
    assert "rule.cy.yaml" in str(fault.value)
    return fault.value


def test_what_is_translated_is_said_in_welsh_and_the_rest_in_english(tmp_path):
    rule = in_language(translated(tmp_path), "cy")

    assert (rule.title, rule.why, rule.fix) == ("Mae pennawd i bob tudalen", "People look for it.", "Ychwanegwch un.")
    assert rule.messages == {"heading": "Nifer y penawdau: {count}; mae angen un.", "as-expected": "This is as the rule asks."}


def test_a_rule_without_such_a_file_stays_as_it_is(tmp_path):
    rule = rule_of(tmp_path)

    assert in_language(rule, "cy") == rule


def test_a_new_translation_makes_a_new_version_of_the_rule(tmp_path):
    assert rule_of(tmp_path).version != translated(tmp_path).version


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("title:", "titel:"), 1, "unknown key of a translation “titel”; did you mean title?"),
        (("title: Mae pennawd i bob tudalen", "severity: minor"), 1, "unknown key of a translation “severity”"),
        (("  heading:", "  headng:"), 4, "unknown message “headng”; did you mean heading?"),
        (("{count}", "{cuont}"), 4, "nothing fills “{cuont}” in this message; did you mean count?"),
        (("{count}", "dim"), 4, "leaves out “{count}”"),
        (("{count}", "{count"), 4, "a brace in this message opens no placeholder"),
        (("fix: Ychwanegwch un.", "fix: ''"), 2, "“fix” says nothing"),
        (("fix: Ychwanegwch un.", "fix: [Ychwanegwch]"), 2, "“fix” says nothing"),
        (('messages:\n  heading: "Nifer y penawdau: {count}; mae angen un."', "messages: dim"), 3, "“messages” is a mapping"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_fault_is_told_with_its_line_and_the_nearest_name(tmp_path, change, line, said):
    assert WELSH.replace(*change) != WELSH
    fault = fault_of(tmp_path, WELSH.replace(*change))

    assert said in str(fault)
    assert fault.line == line


def test_a_file_that_is_no_mapping_is_a_fault(tmp_path):
    assert "must be a mapping" in str(fault_of(tmp_path, "- title\n"))


def test_messages_by_which_an_issue_is_known_are_not_translated(tmp_path):
    sheet = SHEET.replace("select: body", "known-issues: [{reason: Ours., message: headings}]\nselect: body")

    assert "no message may be translated" in str(fault_of(tmp_path, WELSH, sheet))


def test_an_issue_that_is_known_by_its_snippet_hinders_no_translation(tmp_path):
    sheet = SHEET.replace("select: body", "known-issues: [{reason: Ours., snippet: h1}]\nselect: body")

    assert "cy" in translated(tmp_path, sheet=sheet).translations


def test_a_rule_of_axe_core_can_be_translated_too(tmp_path):
    folder = tmp_path / "image-alt"
    folder.mkdir()
    (folder / "rule.yaml").write_text("title: Every image has words\n", "utf-8")
    (folder / "rule.cy.yaml").write_text("title: Mae geiriau i bob delwedd\n", "utf-8")
    metadata = [{"id": "image-alt", "tags": ["wcag2a"], "help": "Help", "description": "Said", "helpUrl": "https://example.org/x", "impact": "critical"}]
    (rule,) = axe_pack(metadata, tmp_path, STANDARDS)

    assert in_language(rule, "cy").title == "Mae geiriau i bob delwedd"
    assert rule.title == "Every image has words"


def test_three_rules_at_least_have_all_their_texts_in_welsh():
    whole = [r for r in TRANSLATED.values() if set(r.translations["cy"]) == {"title", "why", "fix", "messages"}]

    assert len(whole) >= 3
    assert all(set(rule.translations["cy"]["messages"]) == set(rule.messages) for rule in whole)


@pytest.mark.parametrize("name", sorted(TRANSLATED))
def test_a_welsh_message_has_the_placeholders_of_the_english_one(name):
    welsh = in_language(BOOK.rules[name], "cy")

    for key, text in BOOK.rules[name].messages.items():
        assert placeholders(welsh.messages[key]) == placeholders(text)
        assert len(welsh.messages[key]) <= 160


def test_a_rulebook_in_welsh_has_the_same_rules_and_tells_some_in_welsh():
    welsh = read_rulebook(language="cy")

    assert set(welsh.rules) == set(BOOK.rules)
    assert welsh.rules["metadata/title-present"].title == "Mae gan bob tudalen deitl"
    assert welsh.rules["metadata/title-once"].title == BOOK.rules["metadata/title-once"].title


def test_a_language_that_no_rule_has_is_told_with_those_that_there_are():
    with pytest.raises(UnknownLanguage, match="no rule has texts in the language “xx”; known are cy, en"):
        read_rulebook(language="xx")


@pytest.mark.parametrize("command", [["explain"], ["rules", "show"]], ids=["explain", "show"])
def test_a_rule_is_explained_in_welsh_with_what_govlint_says_of_its_examples(command):
    page = run(*command, "metadata/page-description", "--lang", "cy").output

    assert "Mae gan bob tudalen ddisgrifiad mewn un frawddeg" in page
    assert "Nifer y disgrifiadau ar y dudalen: 0; mae angen un." in page
    assert "The page has 0 descriptions" not in page


def test_an_unknown_language_is_misuse():
    result = run("explain", "metadata/page-description", "--lang", "xx")

    assert result.exit_code == 2
    assert "known are cy, en" in result.stderr


def test_a_check_reports_in_welsh_and_its_findings_keep_their_fingerprints(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(UNTITLED, "utf-8")
    found = {}
    for lang in ("en", "cy"):
        words = ("--no-browser", "--workers", "1", "--rules", "metadata/title-present", "--lang", lang, "-q")
        assert run("check", "site", *words, "--format", f"json={lang}.json").exit_code == 1
        report = json.loads((tmp_path / f"{lang}.json").read_text("utf-8"))
        (found[lang],) = report["findings"]

    assert found["cy"]["text"] == "Nid oes teitl i'r dudalen; ychwanegwch elfen title at ei phen (head)."
    assert found["en"]["text"] == "The page has no title; add a title element to its head."
    assert found["cy"]["fingerprint"] == found["en"]["fingerprint"]
