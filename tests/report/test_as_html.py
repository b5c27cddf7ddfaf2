"""The HTML report stands by itself, says all that an auditor asks, and links to the web only."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from govlint.model.finding import Scan
from govlint.model.verdict import Place
from govlint.report import as_html

from . import sample
from .sample import HOME, finding


def tree(scan: Scan) -> LexborHTMLParser:
    return LexborHTMLParser(as_html.report(scan).decode("utf-8"))


def words(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    assert node is not None, selector
    return re.sub(r"\s+", " ", node.text(separator=" ")).strip()


def test_the_file_asks_for_nothing_from_anywhere(scan: Scan) -> None:
    page = tree(scan)
    asking = page.css("[src], [srcset], link, iframe, object, embed, form[action], meta[http-equiv=refresh]")

    assert [node.html for node in asking] == []
    assert "url(" not in words(page, "style")
    assert "@import" not in words(page, "style")


def test_the_policy_names_the_style_and_the_script_and_nothing_else(scan: Scan) -> None:
    page = tree(scan)
    meta = page.css_first('meta[http-equiv="Content-Security-Policy"]')
    assert meta is not None

    def digest(tag: str) -> str:
        (node,) = page.css(tag)
        return base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()

    assert meta.attributes["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest('style')}'; script-src 'sha256-{digest('script')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert page.css("[style], [onclick], [onload]") == []


def test_the_verdict_comes_first(scan: Scan) -> None:
    assert words(tree(scan), "header .verdict") == (
        "276 findings count, because they are moderate or worse. Exit code 1"
    )


def test_the_key_numbers_are_told(scan: Scan) -> None:
    figures = words(tree(scan), ".figures")

    assert "Pages judged 275" in figures
    assert "Documents judged 1" in figures
    assert "Causes that count 6 Places that count 276" in figures


def test_one_cause_is_one_entry_with_all_its_places(scan: Scan) -> None:
    (entry,) = tree(scan).css('#findings .entry[data-pack="hosting"]')

    assert len(entry.css("tbody tr")) == 270
    assert "270 places on 270 addresses" in entry.text()


def test_an_entry_says_what_why_how_and_who_asks(scan: Scan) -> None:
    entry = words(tree(scan), '#findings .entry[data-pack="documents"]')

    assert "spending is offered only as xlsx" in entry
    assert "Why it matters Nobody should have to buy software" in entry
    assert "How to mend it Publish the open copy" in entry
    assert "Asked for by Sharing or collaborating with government documents" in entry
    assert "/statistics 90:9 main > ul > li:nth-of-type(3) > a" in entry
    assert '<a href="/files/spending.xlsx">Spending 2025</a>' in entry


def test_columns_without_a_word_in_them_are_left_out(scan: Scan) -> None:
    (entry,) = tree(scan).css('#findings .entry[data-pack="hosting"]')

    assert [head.text() for head in entry.css("thead th")] == ["Address"]


def test_places_whose_numbers_differ_have_their_own_words() -> None:
    found = tuple(finding("axe/region", f"Part {number} has no landmark.", sample.PAGES[number]) for number in (1, 2))
    (entry,) = tree(sample.scan(found)).css("#findings .entry")

    assert [cell.text() for cell in entry.css("td")] == ["Part 1 has no landmark.", "Part 2 has no landmark."]


def test_an_entry_of_too_many_places_says_how_many_are_left() -> None:
    found = tuple(finding("axe/region", "No.", f"{HOME}/{number}") for number in range(1003))
    (entry,) = tree(sample.scan(found)).css("#findings .entry")

    assert len(entry.css("tbody tr")) == 1000
    assert "And 3 more places: see the JSON report." in entry.text()


def test_what_was_not_tested_is_told_with_the_reason(scan: Scan) -> None:
    untested = words(tree(scan), "#untested")

    assert "--no-browser. 2 rules on 12 addresses. This decides the exit code." in untested
    assert "robots.txt asks not to visit it. 1 address." in untested


def test_what_was_accepted_is_told_with_the_reason(scan: Scan) -> None:
    accepted = words(tree(scan), "#accepted")

    assert "Why it is not counted The official GOV.UK page template puts the skip link there." in accepted
    assert "Why it is not counted To be mended by 1 March 2027, ticket 123." in accepted
    assert "Already in the baseline: 1 cause" in accepted


def test_every_address_is_listed_with_what_became_of_it(scan: Scan) -> None:
    rows = [re.sub(r"\s+", " ", row.text(separator=" ")).strip() for row in tree(scan).css("#addresses tbody tr")]

    assert len(rows) == len(scan.visits)
    assert "/apply/name What is your name? page 200 judged 2 1 0.0" in rows
    assert "/admin page none skipped: robots.txt asks not to visit it. 0 0 0.0" in rows


def test_every_rule_is_listed_with_its_tally(scan: Scan) -> None:
    rows = [re.sub(r"\s+", " ", row.text(separator=" ")).strip() for row in tree(scan).css("#rules tbody tr")]

    assert len(rows) == len(scan.rules)
    assert (
        "hosting/strict-transport-security Every answer tells browsers to come back by HTTPS moderate "
        "2 270 0 0 0 a1b2c3d4"
    ) in rows


def test_the_record_names_tools_options_times_and_profile(scan: Scan) -> None:
    record = words(tree(scan), "#run")

    assert "axe-core 4.14.1" in record
    assert "max_pages 500" in record
    assert 'skip ["axe/tabindex"]' in record
    assert "Started 2026-11-23T09:00:00Z" in record
    assert "govuk-service: the pages use GOV.UK Frontend" in record


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x"])
def test_an_address_that_is_none_of_the_web_is_text(url: str) -> None:
    page = tree(sample.scan((finding("axe/region", "No.", place=Place(url=url)),), visits=(), targets=(url,), rules={}))

    assert url in words(page, "main")
    assert all((node.attributes["href"] or "").startswith("#") for node in page.css("a"))


def test_a_clean_scan_says_so_in_every_section() -> None:
    page = tree(sample.scan((), visits=(), exit_code=0, verdict="Clean: no finding counts."))

    assert page.css_first("header .verdict.good") is not None
    assert "There are no findings." in words(page, "#findings")
    assert "Everything that was asked for was tested." in words(page, "#untested")
    assert "Nothing was waived" in words(page, "#accepted")
