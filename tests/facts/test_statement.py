"""A statement is known for one, and its parts are found."""

from datetime import date

import pytest

from govlint.evidence.fact import Evidence, Inapplicable
from govlint.facts import builtin_facts

SOUND = """<!doctype html><html lang="en"><title>Accessibility statement for Permits - Hill Council</title>
<header><a href="/contact">Contact</a></header>
<main>
<h1>Accessibility statement for Permits</h1>
<p>Hill Council is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018.</p>
<p>This accessibility statement applies to permits.hill.gov.uk.</p>
<h2>Compliance status</h2>
<p>This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to the
non-compliances listed below.</p>
<h2>Non-accessible content</h2>
<h3>Non-compliance with the accessibility regulations</h3>
<ul><li>The map has no text alternative (1.1.1). We will mend this by 30 June 2027.</li></ul>
<h3>Disproportionate burden</h3><p>Not applicable.</p>
<h2>Preparation of this accessibility statement</h2>
<p>This statement was prepared on 3 May 2024. It was last reviewed on 4 May 2026.</p>
<p>This website was last tested on 1 May 2026 by our own team.</p>
<h2>Feedback and contact information</h2><p>Write to <a href="mailto:permits@hill.gov.uk">permits@hill.gov.uk</a>.</p>
<h2>Enforcement procedure</h2><p>The Equality and Human Rights Commission (EHRC) enforces the regulations. Contact the
<a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.</p>
</main>"""


def statement_of(html, url="https://hill.gov.uk/permits", role="page"):
    values = {"url": url, "role": role, "raw_headers": [["content-type", "text/html"]], "body": html.encode(), "status": 200}
    return Evidence(values, {}, builtin_facts()).get("statement")


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<h1>Accessibility statement</h1>", "/a"),
        ("<h1>Accessibility statement for Permits</h1>", "/a"),
        ("<h1>Permits: accessibility statement</h1>", "/a"),
        ("<h1>Datganiad hygyrchedd</h1>", "/a"),
        ("<h1>Accessibility</h1>", "/accessibility-statement"),
        ("<h1>Accessibility</h1>", "/help/accessibility_statement.html"),
        ("<h1>Accessibility</h1><p>partially compliant with WCAG</p>", "/accessibility"),
        ("<title>Accessibility statement</title><p>We want everybody to use this.</p>", "/a"),
        ("<title>Accessibility statement</title><h1>Using this site</h1><p>not compliant with WCAG</p>", "/a"),
    ],
)
def test_a_statement_is_known_by_heading_title_or_address(html, url):
    assert statement_of(html, f"https://hill.gov.uk{url}")


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<h1>Publish your accessibility statement</h1>", "/a"),
        ("<h1>Sample accessibility statement</h1>", "/a"),
        ("<h1>How to write an accessibility statement</h1>", "/accessibility-statement"),
        ("<h1>Accessibility statements</h1>", "/statements"),
        ("<h1>Accessibility</h1><p>We include everybody.</p>", "/accessibility"),
        ("<h1>Apply</h1><p>partially compliant with WCAG</p>", "/a"),
        ("<title>Accessibility statement</title><h1>Apply</h1>", "/a"),
    ],
)
def test_guidance_lists_and_other_pages_are_no_statement(html, url):
    with pytest.raises(Inapplicable):
        statement_of(f"<main>{html}</main>", f"https://hill.gov.uk{url}")


def test_an_error_page_is_no_statement():
    with pytest.raises(Inapplicable):
        statement_of("<h1>Accessibility statement</h1>", role="error")


def test_a_part_holds_the_words_and_links_of_the_lower_parts():
    statement = statement_of(SOUND)
    problems = statement.part("problems")
    assert "The map has no text alternative (1.1.1)" in problems.text
    assert "Not applicable" in problems.text
    assert "3 May 2024" not in problems.text
    assert statement.part("burden").heading.level == 3
    assert statement.part("enforcement").links == (("https://www.equalityadvisoryservice.com/", "Equality Advisory and Support Service"),)


def test_links_outside_the_main_part_are_not_the_statements():
    assert [link.href for link in statement_of(SOUND).links] == ["mailto:permits@hill.gov.uk", "https://www.equalityadvisoryservice.com/"]


def test_each_date_is_found_after_its_words():
    statement = statement_of(SOUND)
    assert statement.dated("prepared") == [date(2024, 5, 3)]
    assert statement.dated("reviewed") == [date(2026, 5, 4)]
    assert statement.dated("finished") == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("is fully compliant with the Web", "fully"),
        ("is partially compliant with the Web", "partially"),
        ("is not compliant with the Web", "not"),
        ("is not fully compliant with the Web", "not"),
        ("is partially compliant with the Web. It should be fully compliant with it", "partially"),
        ("is mostly compliant with the Web", ""),
        ("Mae’r wefan yn cydymffurfio’n llawn", "fully"),
        ("Mae’r wefan yn cydymffurfio’n rhannol", "partially"),
        ("Nid yw’r wefan hon yn cydymffurfio", "not"),
    ],
)
def test_the_status_is_read_from_the_words_of_the_model(words, status):
    assert statement_of(f"<main><h1>Accessibility statement</h1><p>{words}.</p></main>").status == status


def test_a_welsh_statement_is_known_by_its_heading_or_its_language():
    assert statement_of("<main><h1>Datganiad hygyrchedd</h1></main>").welsh
    assert statement_of('<html lang="cy"><main><h1>Accessibility statement</h1></main>').welsh
    assert not statement_of(SOUND).welsh


def verdicts_of(html, today="Wed, 05 Aug 2026 10:00:00 GMT"):
    """What every rule of the pack that looks at one page says, passed left out."""
    from govlint.rulebook.packs import read_rulebook

    book = read_rulebook()
    values = {
        "url": "https://permits.hill.gov.uk/accessibility-statement",
        "role": "page",
        "status": 200,
        "raw_headers": [["content-type", "text/html; charset=utf-8"], ["date", today]],
        "body": html.encode(),
    }
    evidence = Evidence(values, {}, book.facts)
    rules = [rule for rule in book.rules.values() if rule.pack == "statement" and not rule.of_site]
    found = set()
    for rule in rules:
        try:
            found |= {(rule.id.partition("/")[2], v.key, v.outcome) for v in rule.judge(evidence) if v.outcome != "passed"}
        except Inapplicable:
            continue
    return found


def test_nothing_that_a_welsh_statement_lacks_is_said_to_fail_for_its_language():
    welsh = "<html lang='cy'><title>Datganiad hygyrchedd</title><main><h1>Datganiad hygyrchedd ar gyfer Trwyddedau</h1><p>Croeso.</p></main>"
    failed = {rule for rule, _, outcome in verdicts_of(welsh) if outcome == "failed"}
    assert failed == {"guidelines-version"}


def test_sentences_end_with_their_paragraph_and_hold_no_heading_of_their_part():
    found = statement_of("<main><h1>Accessibility statement</h1><h2>Feedback</h2><p>Write <b>to</b> us</p><ul><li>or call. Or come</ul></main>")

    assert found.sentences == ("Accessibility statement", "Feedback", "Write to us", "or call.", "Or come")
    assert found.part("feedback").sentences == ("Write to us", "or call.", "Or come")
    assert [item.text for item in found.part("feedback").items] == ["or call. Or come"]


def test_the_number_of_the_regulations_ends_no_sentence():
    said = "By the (No. 2) Accessibility Regulations 2018. Call us."

    assert statement_of(f"<main><h1>Accessibility statement</h1><p>{said}</p></main>").sentences[1:] == tuple(said.replace(". C", ".|C").split("|"))
