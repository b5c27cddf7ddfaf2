"""What a page shows of GOV.UK Frontend."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence, Inapplicable
from govlint.facts import builtin_facts

BANNER = '<div class="govuk-phase-banner"><strong class="govuk-tag">{}</strong></div>'


def facts(html="<form></form>", url="https://a.service.gov.uk/"):
    return Evidence({"html": html, "url": url}, {}, builtin_facts())


def test_each_class_names_its_elements_in_order():
    found = facts('<p id="a" class="govuk-body govuk-body x"></p><p id="b" class="govuk-body"></p>').get("govuk_classes")

    assert {"govuk-body": ["a", "b"]} == {name: [n.id for n in nodes] for name, nodes in found.items()}


@pytest.mark.parametrize("html", ["<p>Text</p>", '<p class="nhsuk-body">Text</p>', '<p class="my-govuk-body">Text</p>'])
def test_a_page_without_such_classes_has_no_such_fact(html):
    with pytest.raises(Inapplicable, match="no class of GOV.UK Frontend"):
        facts(html).get("govuk_classes")


@pytest.mark.parametrize(
    "html",
    [
        '<html class="govuk-template"><p>A</p></html>',
        '<body class="govuk-template__body"><p>A</p></body>',
        '<main class="govuk-main-wrapper">A</main>',
        '<header class="govuk-header">A</header>',
    ],
)
def test_a_page_of_the_template_is_known_by_its_frame(html):
    assert "body" == facts(html).get("govuk_page").tag


def test_a_page_that_borrows_a_component_is_none_of_the_template():
    with pytest.raises(Inapplicable, match="does not use the GOV.UK page template"):
        facts('<p class="govuk-body">Text</p>').get("govuk_page")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.gov.uk/", "gov.uk"),
        ("https://gov.uk/", "gov.uk"),
        ("https://apply.service.gov.uk:8443/x", "gov.uk"),
        ("https://apply.notgov.uk/", "elsewhere"),
        ("https://gov.uk.example.org/", "elsewhere"),
        ("http://8.8.8.8/", "elsewhere"),
        ("http://localhost:3000/", "closed"),
        ("http://127.0.0.1/", "closed"),
        ("http://10.0.0.7/", "closed"),
        ("http://[::1]/", "closed"),
        ("http://staging/", "closed"),
        ("http://apply.local/", "closed"),
    ],
)
def test_a_host_is_of_govuk_or_closed_or_elsewhere(url, expected):
    assert expected == facts(url=url).get("domain")


def test_the_phase_is_that_of_the_first_banner_that_names_one():
    assert "Beta" == facts(BANNER.format(" ") + BANNER.format(" Beta ")).get("govuk_phase")


def test_a_page_that_names_no_phase_has_no_such_fact():
    with pytest.raises(Inapplicable, match="no phase banner"):
        facts('<strong class="govuk-tag">Beta</strong>').get("govuk_phase")


@pytest.mark.parametrize(
    "name", ["govuk-service-navigation__service-name", "govuk-header__service-name", "govuk-header__link--service-name"]
)
def test_the_service_name_stands_where_its_release_puts_it(name):
    html = f'<b class="{name}"></b><b class="{name}"> Apply for a  permit </b>'

    assert "Apply for a permit" == facts(html).get("govuk_service_name")


def test_a_page_without_a_service_name_has_no_such_fact():
    with pytest.raises(Inapplicable, match="no service name"):
        facts('<header class="govuk-header">Apply</header>').get("govuk_service_name")
