"""Reports show how a good page writes it, as the rule has it, and nothing where the rule has nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from govlint.model.markup import Markup
from govlint.report import as_html, as_json, as_sarif, as_text

from .sample import RULES, finding, scan

TWO = (
    Markup('<div class="a">\n  <p>One & two</p>\n</div>', "version 5 and before"),
    Markup('<b class="a">`Three`</b>', "version 6"),
)
GUIDANCE = "https://design-system.service.gov.uk/components/a/"


def scanned(*markup, majors=()):
    rule = replace(RULES[0], id="a/rule", markup=markup, help_url=GUIDANCE)
    found = replace(finding("a/rule", "Wrong.", "https://apply.example.gov.uk/x"), majors=majors)
    return scan((found,), rules={rule.id: rule})


def test_the_text_report_shows_the_markup_of_each_version_with_its_indents_and_the_guidance():
    told = as_text.render(scanned(*TWO), colour=False, width=80, verbose=False)

    assert '  Expected markup, version 5 and before:\n    <div class="a">\n      <p>One & two</p>\n    </div>\n' in told
    assert '  Expected markup, version 6:\n    <b class="a">`Three`</b>\n' in told
    assert f"  Guidance: {GUIDANCE}\n" in told


def test_a_line_that_is_too_wide_goes_on_further_in():
    wide = Markup("<p>" + " ".join(["word"] * 20) + "</p>")
    told = as_text.render(scanned(wide), colour=False, width=60, verbose=False).splitlines()

    start = next(number for number, line in enumerate(told) if line.startswith("    <p>"))
    assert told[start + 1].startswith("        word")
    assert all(len(line) <= 60 for line in told[start : start + 3])


def test_the_html_report_shows_it_as_text_and_keeps_its_lines():
    page = LexborHTMLParser(as_html.report(scanned(*TWO)).decode())
    terms = {row.css_first("dt").text(): row.css_first("dd") for row in page.css("#findings .entry dl > div")}

    assert terms["Expected markup version 5 and before"].text() == TWO[0].html
    assert terms["Expected markup version 6"].text() == TWO[1].html
    assert terms["Guidance"].css_first("a").attributes["href"] == GUIDANCE
    assert page.css("#findings b.a") == []


def test_sarif_tells_it_in_the_help_of_the_rule():
    run = json.loads(as_sarif.report(scanned(*TWO)))["runs"][0]
    told = run["tool"]["driver"]["rules"][0]["help"]

    assert "Expected markup, version 5 and before:\n<div class" in told["text"]
    assert '```html\n<b class="a">`Three`</b>\n```' in told["markdown"]


def test_a_block_of_code_is_not_ended_by_its_own_backticks():
    run = json.loads(as_sarif.report(scanned(Markup("a\n````\nb"))))["runs"][0]

    assert "`````html\na\n````\nb\n`````" in run["tool"]["driver"]["rules"][0]["help"]["markdown"]


def test_json_has_it_and_reads_it_back():
    written = as_json.report(scanned(*TWO))

    assert json.loads(written)["rules"][0]["markup"][1] == {"html": TWO[1].html, "version": "version 6"}
    assert as_json.read(written).rules["a/rule"].markup == TWO


@pytest.mark.parametrize("write", [as_text.report, as_html.report, as_sarif.report])
def test_where_a_page_tells_its_version_only_the_markup_for_that_is_shown(write):
    told = write(scanned(*TWO, majors=(6,))).decode()

    assert "version 6" in told
    assert "version 5 and before" not in told


def test_json_has_the_versions_of_the_page_and_all_ways():
    written = as_json.report(scanned(*TWO, majors=(4, 5)))

    assert json.loads(written)["findings"][0]["majors"] == [4, 5]
    assert as_json.read(written).findings[0].majors == (4, 5)
    assert as_json.read(written).rules["a/rule"].markup == TWO


@pytest.mark.parametrize("write", [as_text.report, as_html.report, as_sarif.report])
def test_nothing_is_said_where_the_rule_shows_nothing(write):
    assert b"Expected markup" not in write(scanned())
