"""`govlint statement` drafts from what a scan found, and its draft lacks only what a person must fill in."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from govlint import cli
from govlint.evidence.fact import Evidence
from govlint.model.verdict import FAILED
from govlint.report import as_json
from govlint.report.prose import Blank, Reference, block, markdown, page
from govlint.rulebook.packs import read_rulebook
from govlint.scan import judge
from govlint.scan.asked import Asked
from govlint.scan.run import run

from .loopback import Loopback, html

BOOK = read_rulebook()
REFRESH = "<meta http-equiv=refresh content=30>"
WORDS = "<p>You must apply for a licence if you want to sell food at the market.</p>"
FAULTY = f"<!doctype html><html lang=cy>{REFRESH}<title>Apply</title><h1>Apply</h1>{WORDS}<a href=/a>Apply for a permit</a>"
SOUND = f"<!doctype html><html lang=en><title>Apply</title><h1>Apply</h1>{WORDS}"


def report_of(answers, folder, **options):
    """The JSON report of a scan without a browser, as a file, and the site's address."""
    with Loopback(answers) as site:
        found = run(Asked(targets=(f"{site.url}/",), browser=False, workers=1, store=folder / "evidence.sqlite", **options))
    path = folder / "report.json"
    path.write_bytes(as_json.report(found))
    return path, site.url


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    """The report of a site with two failures that count and one that is lesser."""
    answers = {"/": html(FAULTY), "/a": html(FAULTY.replace("<h1>Apply</h1>", ""))}
    return report_of(answers, tmp_path_factory.mktemp("faulty"), rules=("accessibility",))


def drafted(path, *options):
    result = CliRunner().invoke(cli.main, ["statement", str(path), *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_each_problem_names_its_criterion_its_rule_and_its_pages(faulty):
    path, home = faulty
    problems = drafted(path).partition("### Non-compliance")[2].partition("### Disproportionate")[0]

    assert "This fails success criterion 2.2.1 (Timing Adjustable)." in problems
    assert f"Found by the rule accessibility/no-refresh on [/](<{home}/>), [/a](<{home}/a>)." in problems
    assert "3.1.1 (Language of Page)" in problems and "accessibility/page-language" in problems
    assert problems.count("\n- ") == 2


def test_what_is_lesser_is_left_to_a_person(faulty):
    text, notes = drafted(faulty[0]).split("\n---\n")

    assert "accessibility/one-h1" not in text
    assert "accessibility/one-h1 (1.3.1)" in notes.partition("Decide whether")[2]


def test_nothing_is_claimed_of_what_was_not_looked_at(faulty):
    text, notes = drafted(faulty[0]).split("\n---\n")
    unseen = notes.partition("no rule of this scan looked at")[2]

    assert "1.4.3 Contrast (Minimum)" in unseen and "2.1.2 No Keyboard Trap" in unseen
    assert "2.2.1" not in unseen and "3.1.1" not in unseen and "1.4.6" not in unseen
    assert "1.4.3" not in text and "fully compliant" not in text


def test_a_site_on_which_nothing_was_found_is_not_said_to_be_compliant(tmp_path):
    path, _ = report_of({"/": html(SOUND)}, tmp_path, rules=("accessibility/no-refresh", "accessibility/page-language"))
    text = drafted(path).partition("\n---\n")[0]

    assert "This website is **[Fill in: “fully” or “partially”, after tests by people]** compliant" in text


def test_a_site_on_which_most_fails_is_not_compliant(tmp_path):
    path, _ = report_of({"/": html(FAULTY)}, tmp_path, rules=("accessibility/no-refresh", "accessibility/page-language"))

    assert "This website is not compliant with" in drafted(path)


def test_what_was_accepted_is_a_problem_all_the_same(tmp_path):
    from govlint.scan.policy import Waiver

    waivers = (Waiver("accessibility/*", "*", "We mend it in May."),)
    path, _ = report_of({"/": html(FAULTY)}, tmp_path, rules=("accessibility/no-refresh",), waivers=waivers)

    assert "accessibility/no-refresh on" in drafted(path)


def test_the_draft_as_a_page_fails_the_statement_pack_only_on_what_a_person_must_fill_in(faulty):
    headers = [["content-type", "text/html; charset=utf-8"], ["date", "Thu, 26 Nov 2026 10:00:00 GMT"]]
    url = "https://www.hill.gov.uk/accessibility-statement"
    values = {"url": url, "role": "page", "status": 200, "raw_headers": headers, "body": drafted(faulty[0], "--format", "html").encode()}
    rules = [rule for rule in BOOK.rules.values() if rule.pack == "statement"]
    found = judge.page(rules, Evidence(values, {}, BOOK.facts), url, "page").findings

    assert {(f.rule.partition("/")[2], f.key) for f in found if f.outcome == FAILED} == {
        ("placeholders", "blank"), ("contact", "none"), ("preparation-date", "none"), ("review-date", "none"),
    }  # fmt: skip
    assert [f for f in found if f.outcome != FAILED] == []


def test_every_blank_is_counted_in_the_notes(faulty):
    text, notes = drafted(faulty[0]).split("\n---\n")

    assert f"The draft has {len(re.findall('Fill in: ', text))} blanks." in notes


def test_the_draft_is_written_into_a_file(faulty, tmp_path):
    result = CliRunner().invoke(cli.main, ["statement", str(faulty[0]), "--format", "html", "-o", str(tmp_path / "draft.html")])

    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "draft.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "the scan cannot be read"), ("{}", "this is no JSON report of govlint"), ("[1", "this is no JSON report of govlint")],
)
def test_what_is_no_scan_is_a_mistake_that_says_what_to_do(tmp_path, content, said):
    path = tmp_path / "report.json"
    if content is not None:
        path.write_text(content)
    result = CliRunner().invoke(cli.main, ["statement", str(path)])

    assert result.exit_code == 2
    assert str(path) in result.stderr and said in result.stderr


def test_a_draft_that_cannot_be_written_is_a_mistake(faulty, tmp_path):
    result = CliRunner().invoke(cli.main, ["statement", str(faulty[0]), "-o", str(tmp_path / "none" / "draft.md")])

    assert result.exit_code == 2 and "cannot be written" in result.stderr


def test_what_comes_from_a_page_means_nothing_in_markdown_or_html():
    blocks = (
        block("h1", "A <script>", Blank("a <b>")),
        block("li", "*x* [y](z) ", Reference("javascript:alert(1)", "<i>"), Reference("https://a.example/<>\\", "t]")),
        block("p", "end"),
    )  # fmt: skip
    written, shown = markdown(blocks, ()), page(blocks, ())

    assert r"# A \<script\>**[Fill in: a <b>]**" in written
    assert r"- \*x\* \[y\](z) \<i\>[t\]](<https://a.example/%3C%3E%5C>)" in written
    assert "<script" not in shown and "javascript:" not in shown and "<i>" not in shown
    assert "<ul>\n<li>*x* [y](z) &lt;i&gt;" in shown and "</li>\n</ul>\n<p>end</p>" in shown
