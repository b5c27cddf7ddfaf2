"""Six statements of our own writing, each with every verdict of the statement pack, on a day that is given."""

from pathlib import Path

import pytest

from govlint.evidence.fact import Evidence
from govlint.model.verdict import PASSED
from govlint.rulebook.packs import read_rulebook
from govlint.scan import judge

STATEMENTS = Path(__file__).parent.parent / "fixtures" / "statements"
BOOK = read_rulebook()
RULES = [rule for rule in BOOK.rules.values() if rule.pack == "statement"]
SITE = "https://permits.hill.gov.uk"
HERE = f"{SITE}/accessibility-statement"
TODAY = "Wed, 05 Aug 2026 10:00:00 GMT"
HOME = '<title>Hill</title><h1>Hill</h1><a href="/fees.pdf">Fees</a><footer><a href="/accessibility-statement">Accessibility statement</a></footer>'
FORM = "<title>Apply</title><h1>Apply</h1>"  # whose footer has no link
# As a scan of the whole site would have found it.
FOUND = {
    "tested": ["1.1.1", "1.4.3", "2.1.2"],
    "found": [
        {"rule": rule, "outcome": "failed", "settled": "counts", "severity": "critical", "url": f"{SITE}/", "criteria": [criterion]}
        for rule, criterion in (("axe/image-alt", "1.1.1"), ("keyboard/no-focus-trap", "2.1.2"))
    ],
}  # fmt: skip
OF_THE_SITE = {("linked-everywhere", "missing", "failed", "/apply")}


def evidence(path, html, today=TODAY):
    headers = [["content-type", "text/html; charset=utf-8"], ["date", today]]
    values = {"url": SITE + path, "asked": SITE + path, "role": "page", "status": 200, "raw_headers": headers, "redirects": []}
    return Evidence(values | {"body": html.encode(), "link_text": "", "found_on": "", "truncated": ""}, {}, BOOK.facts)


def verdicts(name, today=TODAY):
    """(rule, message, outcome, path) of all that is not passed."""
    pages = {
        path: evidence(path, html, today)
        for path, html in (("/", HOME), ("/apply", FORM), ("/accessibility-statement", (STATEMENTS / f"{name}.html").read_text("utf-8")))
    }
    found = [f for path, page in pages.items() for f in judge.page(RULES, page, SITE + path, "page").findings]
    whole = {SITE + path: ("page", page) for path, page in pages.items()}
    found += judge.site(RULES, whole, Evidence({"scan_findings": FOUND}, {}, BOOK.facts), SITE).findings
    assert all(f.outcome != PASSED for f in found)
    return {(f.rule.partition("/")[2], f.key, f.outcome, f.url.removeprefix(SITE)) for f in found} - OF_THE_SITE


def on_the_statement(*said):
    return {(*one, "/accessibility-statement") for one in said}


@pytest.mark.parametrize("name", ["sound", "welsh"])
def test_a_sound_statement_has_no_finding(name):
    assert verdicts(name) == set()


def test_a_statement_without_a_contact_is_told_that_and_what_a_person_has_to_look_at():
    assert verdicts("no-contact") == on_the_statement(
        ("contact", "none", "failed"),
        ("headings", "missing", "failed"),
        ("commitment-wording", "worded", "failed"),
        ("scope", "part", "cantTell"),
        ("problems-clear", "vague", "cantTell"),
        ("problems-clear", "criterion", "cantTell"),
        ("burden", "assessed", "cantTell"),
        ("method", "thin", "cantTell"),
    )


def test_an_old_statement_is_told_its_age_in_every_way():
    assert verdicts("old") == on_the_statement(
        ("heading", "heading", "failed"),
        ("heading", "title", "failed"),
        ("headings", "missing", "failed"),
        ("headings", "worded", "failed"),
        ("commitment-wording", "worded", "failed"),
        ("guidelines-version", "old", "failed"),
        ("fix-dates", "passed", "failed"),
        ("out-of-scope", "heading", "failed"),
        ("dates-worded", "prepared", "failed"),
        ("dates-worded", "reviewed", "failed"),
        ("review-date", "old", "failed"),
    )


def test_a_statement_on_the_wrong_regulations_names_neither_law_nor_body():
    assert verdicts("wrong-regulation") == on_the_statement(
        ("regulations-named", "none", "failed"),
        ("commitment-wording", "worded", "failed"),
        ("guidelines-version", "level", "failed"),
        ("enforcement", "no-body", "failed"),
        ("enforcement", "no-link", "failed"),
    )


def test_a_statement_whose_every_claim_is_false_is_held_against_site_and_calendar():
    assert verdicts("false") == on_the_statement(
        ("claim-agrees", "refuted", "failed"),
        ("placeholders", "blank", "failed"),
        ("scope", "host", "cantTell"),
        ("preparation-date", "future", "failed"),
        ("review-date", "future", "failed"),
        ("enforcement", "no-link", "failed"),
    )


def test_a_sound_statement_grows_old():
    assert verdicts("sound", today="Mon, 05 Jul 2027 10:00:00 GMT") == on_the_statement(
        ("review-date", "old", "failed"), ("fix-dates", "passed", "failed")
    )
