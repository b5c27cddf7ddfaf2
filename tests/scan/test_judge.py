"""Judging is a pure function, and silence can never pass."""

from __future__ import annotations

import re
from dataclasses import replace

from govlint.evidence.fact import Evidence
from govlint.facts import builtin_facts
from govlint.model.verdict import CantTell, Failed, Passed, Place
from govlint.rulebook.rule import KnownIssue, Rule
from govlint.scan import judge
from govlint.scan.judge import page

URL = "http://a.example/page"


def rule(tell, needs=("dom",), **more):
    return Rule(
        id="pack/rule", title="A page is good", severity="serious", why="w", fix="f", standards=(),
        messages={"bad": "This is {what}.", "good": "Good.", "doubt": "Look."}, needs=needs, tell=tell, **more,
    )  # fmt: skip


def evidence(html="<p id=a>x", missing=None, **values):
    given = {"url": URL, "html": html, "role": "page", **values}
    return Evidence(given, missing or {}, builtin_facts())


def test_a_failure_has_text_place_and_line_in_the_served_source():
    found = page([rule(lambda dom: [Failed("#a", "bad", what="wrong")])], evidence("\n<p id=a>x"), URL, "page")

    (finding,) = found.findings
    assert ("This is wrong.", 2, 1) == (finding.text, finding.place.line, finding.place.column)
    assert {"pack/rule": "failed"} == found.outcomes


def test_what_passes_is_no_finding_but_an_outcome():
    found = page([rule(lambda dom: [Passed("#a", "good")])], evidence(), URL, "page")

    assert ((), {"pack/rule": "passed"}) == (found.findings, found.outcomes)


def test_the_worst_verdict_is_the_outcome():
    tell = lambda dom: [Passed("#a", "good"), CantTell("#a", "doubt"), Failed("#a", "bad", what="x"), Passed("#a", "good")]  # noqa: E731

    assert {"pack/rule": "failed"} == page([rule(tell)], evidence(), URL, "page").outcomes


def test_a_rule_that_says_nothing_is_inapplicable():
    assert {} == page([rule(lambda dom: [])], evidence(), URL, "page").outcomes


def test_what_was_not_gathered_is_untested_and_never_passed():
    rules = [rule(lambda axe: [], needs=("axe",)), replace(rule(lambda axe: [], needs=("axe",)), id="pack/other")]

    found = page(rules, evidence(missing={"axe": "The browser crashed."}), URL, "page")

    assert {"pack/rule": "untested", "pack/other": "untested"} == found.outcomes
    (finding,) = found.findings
    assert ("engine/not-gathered", "untested") == (finding.rule, finding.outcome)
    assert "The browser crashed" in finding.text and "2 rules" in finding.text


def test_a_rule_that_crashes_is_a_finding_and_the_others_go_on():
    rules = [replace(rule(lambda dom: 1 / 0), id="pack/broken"), rule(lambda dom: [Failed("#a", "bad", what="x")])]

    found = page(rules, evidence(), URL, "page")

    assert {"engine/rule-crashed", "pack/rule"} == {f.rule for f in found.findings}
    assert "pack/broken crashed: ZeroDivisionError" in found.findings[0].text


def test_a_message_that_is_not_there_is_a_crash_of_the_rule():
    found = page([rule(lambda dom: [Failed("#a", "unknown")])], evidence(), URL, "page")

    assert ["engine/rule-crashed"] == [f.rule for f in found.findings]


def test_a_rule_judges_only_things_of_its_role():
    assert {} == page([rule(lambda dom: [Passed("#a", "good")], judges=("document",))], evidence(), URL, "page").outcomes


def test_a_known_issue_is_kept_with_its_reason():
    issue = KnownIssue("The pattern is official.", snippet=re.compile("id=\"a\""))
    tell = lambda dom: [Failed(Place("#a", excerpt='<p id="a">'), "bad", what="x")]  # noqa: E731

    (finding,) = page([rule(tell, known_issues=(issue,))], evidence(), URL, "page").findings

    assert ("known", "The pattern is official.") == (finding.settled, finding.reason)


def test_a_rule_of_the_site_sees_each_page_once_and_names_the_address():
    tell = lambda title: [Failed(url, "bad", what=words) for url, words in title.items()]  # noqa: E731
    pages = {f"http://a.example/{n}": ("page", Evidence({"title": n}, {}, {})) for n in "ab"}

    found = judge.site([rule(tell, needs=("title",), lifted=("title",))], pages, Evidence({}, {}, {}), URL)

    assert [("http://a.example/a", "This is a."), ("http://a.example/b", "This is b.")] == [
        (f.url, f.text) for f in found.findings
    ]


def test_judging_twice_gives_the_same():
    rules, seen = [rule(lambda dom: [Failed("#a", "bad", what="x")])], evidence()

    assert page(rules, seen, URL, "page") == page(rules, seen, URL, "page")


def test_a_finding_has_the_versions_that_the_page_tells_where_its_rule_shows_markup_for_each():
    html = '<link rel="stylesheet" href="/govuk-frontend-5.14.0.css"><p class="govuk-body" id="a">'
    tell = lambda dom: [Failed("#a", "bad", what="x")]  # noqa: E731
    told, silent = rule(tell, majors="govuk_majors"), rule(tell)

    assert [f.majors for f in page([told, silent], evidence(html), URL, "page").findings] == [(5,), ()]
    assert [f.majors for f in page([told], evidence('<p class="govuk-body" id="a">'), URL, "page").findings] == [()]
