"""axe-core's own rules as a pack: what our folders say of them, and which of their findings are explained."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence
from govlint.evidence.vendored import axe_metadata, shipped, vendored
from govlint.model.verdict import CANT_TELL, FAILED
from govlint.rulebook.packs import read_rulebook
from govlint.rulebook.rule import say

BOOK = read_rulebook()
OVERRIDDEN = sorted(path.parent.name for path in shipped("rules").glob("axe/*/rule.yaml"))

SKIP_LINK = '<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>'
BACK_LINK = '<a href="/start" class="govuk-back-link">Back</a>'
PHASE_BANNER = '<div class="govuk-phase-banner govuk-width-container">'
BREADCRUMBS = '<div class="govuk-breadcrumbs">'
COOKIES = '<div class="govuk-cookie-banner" data-nosnippet="">'
OUTSIDE = "Fix any of the following:\n  Some page content is not contained by landmarks"

RADIO = '<input class="govuk-radios__input" id="a" name="a" type="radio" value="b" aria-controls="c" aria-expanded="false">'
NOT_ALLOWED = 'Fix all of the following:\n  ARIA attribute is not allowed: aria-expanded="false"'
ALSO_WRONG = 'Fix all of the following:\n  ARIA attributes are not allowed: aria-expanded="false", aria-level="2"'

FILE_BUTTON = '<button class="govuk-file-upload-button" type="button" aria-labelledby="a-label a">'
DOTS = '<li class="govuk-pagination__item govuk-pagination__item--ellipsis">\n⋯\n</li>'
NO_TEXT = "Fix any of the following:\n  Element content contains only non-text characters"
PALE = "Fix any of the following:\n  Element has insufficient color contrast of 2.1"

NOT_INCLUDED = "Fix any of the following:\n  Text inside the element is not included in the accessible name"


@pytest.mark.parametrize("name", OVERRIDDEN)
def test_an_override_says_more_of_a_rule_and_leaves_its_verdicts_alone(name):
    rule = BOOK.rules[f"axe/{name}"]
    metadata = next(told for told in axe_metadata() if told["id"] == name)

    assert rule.title != metadata["help"]
    assert set(rule.act) >= set(metadata["actIds"] or ())
    assert rule.needs == ("axe",)
    assert not rule.fix.startswith("Follow the remedy")


def test_a_rule_without_an_override_keeps_what_axe_core_says():
    rule = BOOK.rules["axe/valid-lang"]

    assert rule.title == "lang attribute must have a valid value"
    assert rule.severity == "serious"
    assert rule.standards == ("wcag22/3.1.2",)


@pytest.mark.parametrize(
    ("name", "excerpt", "text"),
    [
        ("region", SKIP_LINK, OUTSIDE),
        ("region", BACK_LINK, OUTSIDE),
        ("region", PHASE_BANNER, OUTSIDE),
        ("region", BREADCRUMBS, OUTSIDE),
        ("region", COOKIES, OUTSIDE),
        ("aria-allowed-attr", RADIO, NOT_ALLOWED),
        ("color-contrast", DOTS, NO_TEXT),
        ("label-content-name-mismatch", FILE_BUTTON, NOT_INCLUDED),
        ("label-content-name-mismatch", '<a href="/2" aria-label="Next">Next ›</a>', NOT_INCLUDED),
    ],
)
def test_a_finding_on_official_markup_is_explained(name, excerpt, text):
    assert reason(name, excerpt, text)


@pytest.mark.parametrize(
    ("name", "excerpt", "text"),
    [
        ("region", '<div class="content">', OUTSIDE),
        ("region", f"<div>{BACK_LINK} Apply for a permit</div>", OUTSIDE),
        ("region", '<p class="not-govuk-back-links">', OUTSIDE),
        ("aria-allowed-attr", RADIO, ALSO_WRONG),
        ("aria-allowed-attr", RADIO.replace("govuk-radios__input", "radio"), NOT_ALLOWED),
        ("aria-allowed-attr", RADIO.replace("aria-expanded", "aria-level"), NOT_ALLOWED.replace("expanded", "level")),
        ("color-contrast", DOTS, PALE),
        ("color-contrast", "<li>⋯</li>", NO_TEXT),
        ("label-content-name-mismatch", '<a href="/2" aria-label="Next">Previous</a>', NOT_INCLUDED),
        ("label-content-name-mismatch", '<a href="/2" aria-label="Next">Next page</a>', NOT_INCLUDED),
    ],
)
def test_a_finding_of_the_same_kind_elsewhere_counts(name, excerpt, text):
    assert reason(name, excerpt, text) == ""


def test_axe_s_answer_becomes_verdicts_with_its_own_words():
    rule = BOOK.rules["axe/region"]
    node = {"target": [".content"], "html": '<div class="content">', "summary": OUTSIDE}
    results = [
        {"id": "region", "outcome": "violations", "impact": "moderate", "nodes": [node]},
        {"id": "region", "outcome": "incomplete", "impact": "moderate", "nodes": [node]},
        {"id": "image-alt", "outcome": "violations", "impact": "critical", "nodes": [node]},
    ]

    failed, doubtful = rule.tell(axe={"version": "4", "results": results})

    assert (failed.outcome, failed.place.selector, failed.place.excerpt) == (FAILED, ".content", '<div class="content">')
    assert "not contained by landmarks" in say(rule, failed)
    assert doubtful.outcome == CANT_TELL


def test_the_patterns_find_their_components_in_the_official_markup():
    """A release that renames a class would leave a pattern that explains nothing."""
    pattern = " ".join(issue.snippet.pattern for issue in BOOK.rules["axe/region"].known_issues)
    sheet = vendored("govuk-frontend", "govuk-frontend.min.css").read_text("utf-8")
    named = {"skip-link", "back-link", "phase-banner", "breadcrumbs", "exit-this-page", "language-navigation", "cookie-banner"}

    assert all(name in pattern for name in named)
    assert [name for name in sorted(named) if f".govuk-{name}" not in sheet] == []


def reason(name: str, excerpt: str, text: str) -> str:
    """Why a finding of this rule, with this excerpt and these words of axe-core, is a known issue."""
    rule = BOOK.rules[f"axe/{name}"]
    node = {"target": ["#x"], "html": excerpt, "summary": text}
    (verdict,) = rule.tell(axe={"version": "4", "results": [{"id": name, "outcome": "violations", "nodes": [node]}]})
    return rule.known_reason(verdict.place.excerpt, say(rule, verdict))


def test_of_several_ways_out_the_demand_itself_is_said():
    rule = read_rulebook().rules["axe/label"]
    node = {"target": ["#a"], "html": "<input id=a>", "message": "", "summary": "Fix any of the following:\n  one\n  two"}
    answer = {"results": [{"id": "label", "outcome": "violations", "nodes": [node]}]}

    (verdict,) = rule.judge(Evidence({"axe": answer}, {}, {}))

    assert "Form elements must have labels." == say(rule, verdict)
