"""What a page shows of NHS.UK frontend."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence, Inapplicable
from govlint.facts import builtin_facts
from govlint.facts.design_systems import known_classes

SCRIPT = "<script>document.body.className += ' js-enabled nhsuk-frontend-supported'</script>"


def facts(markup):
    html = f"<body><main><h1>A</h1></main>{markup}</body>"
    return Evidence({"html": html, "url": "https://www.nhs.uk/"}, {}, builtin_facts())


@pytest.mark.parametrize(
    ("sign", "major"),
    [
        ('<link rel="stylesheet" href="/a/nhsuk-frontend-10.6.1.min.css">', 10),
        ('<script src="/a/nhsuk-10.0.0.min.js?v=1"></script>', 10),
        ('<link rel="stylesheet" href="/a/nhsuk-9.6.4.min.css">', 9),
        ('<link rel="stylesheet" href="/a/nhsuk-frontend-11.0.0.min.css">', 10),
        (SCRIPT, 10),
    ],
)
def test_a_file_or_the_script_of_the_template_tells_the_release(sign, major):
    assert major == facts(f'<p class="nhsuk-body">A</p>{sign}').get("nhsuk_major")


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<p class="govuk-body">A</p>' + SCRIPT, "no class of NHS.UK frontend"),
        ('<span class="nhsuk-hint">A</span>', "does not tell which release"),
        ('<span class="nhsuk-hint">A</span><link href="/nhsuk-9.6.4.min.css">', "no examples of NHS.UK frontend 9"),
    ],
)
def test_where_nothing_can_be_known_nothing_is_said(markup, reason):
    with pytest.raises(Inapplicable, match=reason):
        facts(markup).get("nhsuk_breaches")


def test_a_part_on_another_element_is_a_breach():
    found = facts('<span class="nhsuk-hint">A</span>' + SCRIPT).get("nhsuk_breaches")

    assert [("nhsuk-hint", "plain-tag", "div")] == [(b.name, b.kind, b.wanted) for b in found]


def test_classes_know_their_majors():
    assert frozenset(("7", "8", "9", "10")) == known_classes("nhsuk")["nhsuk-grid-row"]
