"""The release of GOV.UK Frontend, by the signs in the markup."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence, Inapplicable
from govlint.facts import builtin_facts

OLD_SCRIPT = "<script>document.body.className = document.body.className + ' js-enabled'</script>"
NEW_SCRIPT = "<script>document.body.className += ' js-enabled' + ' govuk-frontend-supported'</script>"
LOGO = '<div class="govuk-header__logo"></div>'


def version(markup):
    return evidence(markup).get("govuk_version")


def majors(markup):
    return evidence(markup).get("govuk_majors")


def evidence(markup):
    html = f'<body class="govuk-template__body"><main><h1>Apply</h1></main>{markup}</body>'
    return Evidence({"html": html, "url": "https://a.service.gov.uk/"}, {}, builtin_facts())


@pytest.mark.parametrize(
    ("markup", "fitting"),
    [
        ('<link rel="stylesheet" href="/assets/govuk-frontend-4.9.0.min.css">', (4,)),
        ('<script type="module" src="https://cdn.example.org/govuk-frontend-5.14.0.min.js?v=2"></script>', (5,)),
        ('<link rel="stylesheet" href="/govuk-frontend-6.0.0.css">', (6,)),
        ('<link rel="stylesheet" href="/govuk-frontend-6.1.0-beta.1.min.css">', (6,)),
        (OLD_SCRIPT, (1, 2, 3, 4)),
        (NEW_SCRIPT, (5, 6)),
        ('<svg class="govuk-header__logotype-crown"></svg>', (1, 2, 3, 4)),
        ('<p class="govuk-template--rebranded"></p>', (5,)),
        (f'<header class="govuk-header">{LOGO}</header>', (1, 2, 3, 4, 5)),
        (f'<header class="govuk-template__header"><div class="govuk-header">{LOGO}</div></header>', (6,)),
        (NEW_SCRIPT + f'<header class="govuk-header">{LOGO}</header>', (5,)),
    ],
)
def test_signs_narrow_the_majors_down(markup, fitting):
    found = version(markup)

    assert fitting == found.majors
    assert (min(fitting), max(fitting)) == (found.at_least, found.at_most)


@pytest.mark.parametrize(
    "markup",
    [
        "",
        '<link rel="stylesheet" href="/assets/govuk-frontend.min.css">',
        '<link rel="stylesheet" href="/govuk-frontend-7.0.0.min.css">',
        '<link rel="stylesheet" href="/my-app-4.9.0.css">',
        "<script>document.body.className = 'ready'</script>",
        f'<div class="govuk-header">{LOGO}</div>',
        '<header class="govuk-header"></header>',
    ],
)
def test_without_a_sign_nothing_is_known_and_all_published_examples_count(markup):
    found = version(markup)

    assert ((3, 4, 5, 6), (), None, None) == (found.majors, found.signs, found.at_least, found.at_most)


def test_signs_that_contradict_each_other_are_told_and_prove_nothing():
    found = version(NEW_SCRIPT + '<svg class="govuk-header__logotype-crown"></svg>')

    assert (None, None, (3, 4, 5, 6)) == (found.at_least, found.at_most, found.majors)
    assert ["the script that says govuk-frontend-supported", "the crown in the header"] == [s.words for s in found.contradiction]


def test_the_majors_are_those_that_fit_the_signs():
    assert majors(NEW_SCRIPT) == (5, 6)


@pytest.mark.parametrize("html", ["", NEW_SCRIPT + '<svg class="govuk-header__logotype-crown"></svg>'])
def test_a_page_that_tells_nothing_or_two_things_has_no_majors(html):
    with pytest.raises(Inapplicable):
        majors(html)
