"""The Markdown summary fits a job page, and no page writes in it."""

from __future__ import annotations

import string

from markdown_it import MarkdownIt

from govlint.model.finding import Scan, Visit
from govlint.report import as_markdown

from . import sample
from .sample import HOME, finding

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def text(scan: Scan) -> str:
    return as_markdown.report(scan).decode("utf-8")


def shown(markdown: str) -> str:
    """What a reader sees of Markdown in one line."""
    (inline,) = [token for token in MARKDOWN.parse(markdown) if token.type == "inline"]
    assert {child.type for child in inline.children or []} <= {"text", "text_special"}
    return "".join(child.content for child in inline.children or [])


def test_the_summary_opens_with_the_verdict_and_the_numbers(scan: Scan) -> None:
    lines = text(scan).splitlines()

    assert lines[0] == "## govlint: 276 findings count, because they are moderate or worse."
    assert lines[2].startswith("275 pages judged, 1 document, 10 rules, 245.5 seconds. Exit code 1.")


def test_findings_are_counted_by_severity(scan: Scan) -> None:
    assert "| critical | 2 | 3 |\n| serious | 3 | 3 |\n| moderate | 1 | 270 |\n" in text(scan)


def test_the_worst_causes_are_listed(scan: Scan) -> None:
    assert (
        "| moderate | The header Strict-Transport-Security is missing; send it with a max-age of one year. "
        "| <code>/guidance/part-1</code> and 269 more places | <code>hosting/strict-transport-security</code> |"
    ) in text(scan)


def test_not_more_than_twenty_causes_are_listed_and_the_rest_is_counted() -> None:
    said = text(sample.scan(tuple(finding("axe/region", f"Part {letter}.") for letter in string.ascii_lowercase[:23])))

    assert said.count("<code>axe/region</code>") == 20
    assert "And 3 more causes: see the whole report." in said


def test_what_was_not_tested_and_not_counted_is_said(scan: Scan) -> None:
    said = text(scan)

    assert "### What could not be tested" in said
    assert "(2 rules on 12 addresses, as <code>/guidance/part-1</code>)" in said
    assert "Not counted: 1 known to the rules, 1 waived, 1 in the baseline." in said


def test_a_clean_scan_says_so() -> None:
    said = text(sample.scan((), visits=(Visit(f"{HOME}/"),), exit_code=0, verdict="Clean: no finding counts."))

    assert said.splitlines()[4:] == ["No findings count."]


def test_a_reader_sees_what_the_page_said() -> None:
    hostile = r"*a* _b_ `c` [d](e) ![f](g) <b> &amp; | ~h~ @i #1 $x$ 1. - + = > \ http://j www.k :l:"

    assert shown(as_markdown.plain(hostile)) == hostile
    assert "www.k" not in as_markdown.plain(hostile)


def test_an_enormous_scan_stays_below_the_limit_of_a_job_page() -> None:
    found = tuple(
        finding(f"axe/{number}", "&" * 5000 + str(number), f"{HOME}/{'|' * 2000}{number}") for number in range(200)
    )

    assert len(as_markdown.report(sample.scan(found))) < 900_000
