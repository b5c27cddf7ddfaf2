"""What holds for the pack of the GOV.UK Design System: what its rules show, where they apply, and what became of the candidates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from govlint.evidence.fact import Evidence, Inapplicable, NotGathered
from govlint.facts.design_systems import known_classes
from govlint.model.markup import names_versions
from govlint.model.verdict import CANT_TELL, FAILED
from govlint.rulebook.packs import read_rulebook

BOOK = read_rulebook()
PACK = [rule for rule in BOOK.rules.values() if rule.pack == "govuk-design"]
TABLE = Path(__file__).parent.parent / "docs/decisions/047-catalogue-govuk-design.md"
ANY_COMPONENT = "It speaks of whichever component is wrong, and no few lines show them all."
# Why a rule shows no markup.
NO_MARKUP = {
    "govuk-design/component-class": ANY_COMPONENT,
    "govuk-design/component-element": ANY_COMPONENT,
    "govuk-design/component-reference": ANY_COMPONENT,
    "govuk-design/component-structure": ANY_COMPONENT,
    "govuk-design/component-word": ANY_COMPONENT,
    "govuk-design/removed-class": ANY_COMPONENT,
    "govuk-design/unknown-class": ANY_COMPONENT,
    "govuk-design/version-mixed": ANY_COMPONENT,
    "govuk-design/version-supported": ANY_COMPONENT,
    "govuk-design/error-details": "What is wrong is that something is shown; the page instead is that of problem-page.",
    "govuk-design/font-off-domain": "The mend is a setting of the style sheet and no markup.",
    "govuk-design/kit-in-production": "The mend is to take the page away.",
    "govuk-design/placeholder-text": "The words that belong there are known to the author alone.",
    "govuk-design/template-leak": "The value that belongs there is known to the author alone.",
}
GUIDANCE = re.compile(
    r"https://(design-system\.service\.gov\.uk/(components|patterns|styles|get-started)/|frontend\.design-system\.service\.gov\.uk/"
    r"|prototype-kit\.service\.gov\.uk/docs/|github\.com/alphagov/govuk-frontend/)"
)
# They look for slips that any page of any government can have.
ANYWHERE = {"govuk-design/error-details", "govuk-design/placeholder-text", "govuk-design/template-leak"}
BEYOND_GOVUK = {"uk-public-sector", "any-government"}
# They ask for what only GOV.UK has: its name, its header and footer, or the ways of its services.
ONLY_GOVUK = {
    "cookies-page-own", "field-words", "footer-links", "footer-present", "header-navigation", "header-present", "legacy-toolkit",
    "logo-current", "main-wrapper", "not-found-page", "one-thing", "phase-banner", "phase-same", "service-name", "service-name-same",
    "title-error-prefix", "title-format", "version-supported",
}  # fmt: skip

# They ask for how a service asks its questions, as the Service Standard wants it of services on GOV.UK.
WAYS_OF_SERVICES = {
    "check-answers", "confirmation-next", "error-words", "few-warning-buttons", "field-types", "field-words", "input-width",
    "no-maxlength", "no-placeholder", "no-required-attribute", "novalidate", "one-primary-button", "one-thing", "panel-no-links",
    "password-once", "personal-questions", "question-heading", "radios-preselected", "spellcheck-off", "task-list", "type-number",
}  # fmt: skip


# What was asked for before the pack was written; docs/decisions/047-catalogue-govuk-design.md tells of each what became of it.
CANDIDATES = """
    structure-component unknown-class removed-class legacy-toolkit version-detected version-old version-mixed js-init
    class-usage-ratio header-present header-off-domain font-off-domain font-used crown-old header-nav header-logo-link
    service-name footer-present footer-links skip-link-first skip-link-target main-wrapper two-thirds grid-nesting title-format
    title-error-prefix error-summary-heading error-summary-place error-summary-links error-summary-match error-both
    error-hidden-prefix error-input-class error-words error-generic novalidate no-required-attr back-link-question back-link-place
    back-link-element back-or-breadcrumbs breadcrumbs-place breadcrumbs-last phase-banner phase-banner-consistent one-thing
    question-heading question-heading-multi heading-repeat continue-button one-primary-button start-button warning-button-sparing
    radios-preselected select-preselected select-multiple select-last-resort radios-inline-limit hint-link hint-long date-input
    date-autocomplete date-example type-number input-width maxlength email-field phone-field name-field address-field nino-field
    bank-field card-field password-field otp-field sex-gender-title file-upload character-count checkbox-none check-answers
    confirmation panel-use panel-no-links notification-place notification-success-role details-nested tabs-use accordion-headings
    tag-not-control tag-words summary-list-dl summary-card-title table-classes table-numeric pagination-not-journey
    pagination-ends pagination-current inset-warning warning-text task-list exit-this-page cookie-banner-place
    cookie-banner-sticky cookie-banner-markup cookies-page not-found-page problem-page start-page external-link-icon
    link-full-stop target-blank-rel justify colour-palette body-size lead-paragraph list-style inverse-only-on-dark
    language-navigation kit-in-production lorem template-leak moj-nhs-structure
""".split()


def by_id(rule):
    return rule.id


@pytest.mark.parametrize("rule", PACK, ids=by_id)
def test_a_rule_shows_the_expected_markup_or_there_is_a_reason_why_it_cannot(rule):
    assert bool(rule.markup) != (rule.id in NO_MARKUP)


@pytest.mark.parametrize("rule", PACK, ids=by_id)
def test_the_markup_fits_a_screen_and_knows_its_classes(rule):
    for shown in rule.markup:
        assert max(map(len, shown.html.splitlines())) <= 104
        nodes = LexborHTMLParser(shown.html).css("[class]")
        names = {name for node in nodes for name in (node.attributes["class"] or "").split() if name.startswith("govuk-")}
        assert names <= {*known_classes(), "govuk-template--rebranded"}, f"{shown.version}: a class that no release knows"


@pytest.mark.parametrize("rule", PACK, ids=by_id)
def test_a_rule_does_not_fail_what_it_shows(rule):
    """Only what is whole can be judged: most markup is cut with an ellipsis."""
    for shown in rule.markup:
        if "…" in shown.html or rule.of_site:
            continue
        whole = "<body" in shown.html or "<title" in shown.html or rule.id == "govuk-design/phase-banner"
        page = shown.html if whole else f'<main class="govuk-main-wrapper">{shown.html}</main>'
        assert [v.key for v in judged(rule, f"<!doctype html>{page}", "https://apply.service.gov.uk/x") if v.outcome == FAILED] == []


@pytest.mark.parametrize("rule", PACK, ids=by_id)
def test_a_rule_links_to_its_guidance_and_cites_a_page_of_the_design_system(rule):
    cited = [BOOK.standards[name].url for name in rule.standards if name.startswith("govuk-")]

    assert any(GUIDANCE.match(url) for url in cited)
    assert not rule.help_url or GUIDANCE.match(rule.help_url)
    assert rule.help_url or not rule.markup


@pytest.mark.parametrize("name", sorted(ONLY_GOVUK))
def test_what_only_govuk_has_is_asked_of_govuk_alone(name):
    assert BEYOND_GOVUK.isdisjoint(BOOK.rules[f"govuk-design/{name}"].profiles)


@pytest.mark.parametrize("name", sorted(WAYS_OF_SERVICES))
def test_how_questions_are_asked_is_a_matter_of_services_on_govuk(name):
    assert BOOK.rules[f"govuk-design/{name}"].profiles == ("govuk-service",)


@pytest.mark.parametrize("rule", PACK, ids=by_id)
def test_a_council_with_a_brand_of_its_own_is_not_told_to_look_like_govuk(rule):
    if BEYOND_GOVUK & set(rule.profiles):
        assert [v.key for v in judged(rule, COUNCIL, "https://www.hill.gov.uk/bins/report") if v.outcome in (FAILED, CANT_TELL)] == []


@pytest.mark.parametrize("rule", PACK, ids=by_id)
def test_a_government_with_a_design_of_its_own_is_told_nothing_of_this_one(rule):
    if rule.id not in ANYWHERE:
        assert [v.key for v in judged(rule, FOREIGN, "https://service.gouv.example.fr/demande")] == []


def test_each_rule_that_the_table_of_candidates_names_is_there():
    rows = [line.split(" | ") for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ") and "`" in line]
    named = {name for row in rows for name in re.findall(r"`([a-z-]+/[a-z0-9-]+)`", row[1])}

    assert len(rows) > 90
    assert sorted(named - BOOK.rules.keys()) == []


def test_each_candidate_has_a_rule_or_a_reason():
    rows = [line.strip("| ").split(" | ") for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")][1:]

    assert [candidate for candidate, _ in rows] == CANDIDATES
    assert len(set(CANDIDATES)) == 122
    for candidate, what in rows:
        rules = re.findall(r"`([a-z-]+/[a-z0-9-]+)`", what.partition(". ")[0])
        assert rules or (what.startswith("none: ") and len(what.split()) > 8), candidate


def test_the_table_says_how_many_candidates_have_a_rule():
    rows = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")][1:]
    none = sum("| none: " in row for row in rows)

    assert f"{len(rows) - none} have a rule, {none} have none." in TABLE.read_text("utf-8")


@pytest.mark.parametrize("rule", PACK, ids=by_id)
def test_a_rule_whose_markup_is_for_versions_names_the_fact_that_chooses(rule):
    assert (rule.majors == "govuk_majors") == any(names_versions(shown.version) for shown in rule.markup)


def judged(rule, html, url):
    """The verdicts on this page, as far as it gives what the rule asks for."""
    if rule.of_site:
        return []
    evidence = Evidence({"html": html, "url": url, "status": 200}, {}, BOOK.facts)
    try:
        return rule.judge(evidence)
    except (NotGathered, Inapplicable):
        return []


COUNCIL = """<!doctype html><html lang="en" class="govuk-template"><head><title>Report a missed bin - Hill Council</title></head>
<body class="govuk-template__body"><a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
<header class="hill-header"><a href="/">Hill Council</a><nav aria-label="Main"><a href="/bins">Bins</a></nav></header>
<div class="govuk-width-container"><a href="/bins" class="govuk-back-link">Back</a>
<main class="govuk-main-wrapper" id="main-content"><form method="post" novalidate><div class="govuk-form-group">
<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l" for="street">Which street?</label></h1>
<div id="street-hint" class="govuk-hint">For example, Mill Lane</div>
<input class="govuk-input" id="street" name="street" type="text" aria-describedby="street-hint" placeholder="Mill Lane" required maxlength="80"></div>
<button type="submit" class="govuk-button" data-module="govuk-button">Continue</button></form></main></div>
<footer class="hill-footer"><a href="/contact">Contact us</a></footer></body></html>"""

FOREIGN = """<!doctype html><html lang="fr"><head><title>Demande</title></head><body><div class="entete">Service public</div>
<div id="contenu"><h1>Demande</h1><form method="post"><input type="number" placeholder="12" required maxlength="3"><input type="date">
<select multiple><option>Oui</option></select><input type="radio" checked><label>Sexe</label><input><input><input><input><input>
<a class="button" href="/suite">Suite.</a><a target="_blank" href="https://example.org/">Aide</a><details><details></details></details></form></div>
<script src="/js/app.js"></script></body></html>"""
