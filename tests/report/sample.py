"""A scan as a real service could have it: every outcome, every way of being settled, pages and documents."""

from __future__ import annotations

from dataclasses import replace

from govlint.model.finding import (
    BASELINE,
    COUNTS,
    KNOWN,
    NOTED,
    WAIVED,
    Finding,
    RuleSummary,
    Scan,
    Standard,
    Visit,
    cause,
    fingerprint,
)
from govlint.model.verdict import Place

HOME = "https://apply.example.gov.uk"
PAGES = tuple(f"{HOME}/guidance/part-{number}" for number in range(1, 271))

NAME_ROLE_VALUE = Standard(
    "wcag22/4.1.2", "WCAG 2.2 success criterion 4.1.2 Name, Role, Value", "https://www.w3.org/TR/WCAG22/#name-role-value", "W3C"
)
CONTRAST = Standard(
    "wcag22/1.4.3", "WCAG 2.2 success criterion 1.4.3 Contrast (Minimum)", "https://www.w3.org/TR/WCAG22/#contrast-minimum", "W3C"
)
HTTPS = Standard(
    "rfc/6797", "RFC 6797 HTTP Strict Transport Security", "https://www.rfc-editor.org/rfc/rfc6797", "IETF"
)
ODF = Standard(
    "uk-open-standards/sharing-documents",
    "Sharing or collaborating with government documents",
    "https://www.gov.uk/government/publications/open-standards-for-government",
    "Cabinet Office",
)

RULES = (
    RuleSummary(
        id="hosting/strict-transport-security",
        title="Every answer tells browsers to come back by HTTPS",
        severity="moderate",
        why="A first visit by plain HTTP can be read and changed on the way.",
        fix="Send the header Strict-Transport-Security with a max-age of at least one year. Start with a short "
        "one and raise it when nothing breaks.",
        standards=(HTTPS,),
        needs=("headers",),
        help_url="https://example.org/govlint/rules/hosting/strict-transport-security",
        version="a1b2c3d4",
    ),
    RuleSummary(
        id="accessibility/field-name",
        title="Every field has a name that assistive technology can read",
        severity="critical",
        why="People who cannot see the page hear only \"edit text\", and do not know what to type.",
        fix="Write a label element and point its for attribute at the id of the field. A placeholder is no label.",
        standards=(NAME_ROLE_VALUE,),
        act=("e086e5",),
        needs=("html",),
        version="a1b2c3d5",
    ),
    RuleSummary(
        id="axe/color-contrast",
        title="Text stands out from its background",
        severity="serious",
        why="People with low vision cannot read pale text.",
        fix="Make the text darker or the background lighter, until the contrast is at least 4.5 to 1.",
        standards=(CONTRAST,),
        act=("afw4f7", "09o5cg"),
        needs=("axe",),
        version="4.14.1",
    ),
    RuleSummary(
        id="axe/region",
        title="All content lies in landmarks",
        severity="moderate",
        fix="Put the content into main, header, footer, nav or aside.",
        needs=("axe",),
        version="4.14.1",
    ),
    RuleSummary(
        id="documents/open-copy",
        title="A document in a closed format has an open copy beside it",
        severity="serious",
        why="Nobody should have to buy software to read what government publishes.",
        fix="Publish the open copy under the same file name and link to it from the same page.",
        standards=(ODF,),
        needs=("html",),
        version="a1b2c3d6",
    ),
    RuleSummary(
        id="documents/pdf-tagged",
        title="A PDF is tagged",
        severity="serious",
        fix="Export the PDF again with tags, or publish the content as a web page.",
        needs=("body",),
        version="a1b2c3d7",
    ),
    RuleSummary(
        id="accessibility/focus-order",
        title="The keyboard reaches everything in an order that makes sense",
        severity="critical",
        needs=("focus_trail",),
        version="a1b2c3d8",
    ),
    RuleSummary(
        id="metadata/page-description",
        title="Every page describes itself in one sentence",
        severity="minor",
        why="Search engines print the description under the title.",
        fix="Write one sentence, at most 160 characters long, that says what the page lets people do.",
        needs=("html",),
        version="a1b2c3d9",
    ),
    RuleSummary(
        id="design/title-prefix",
        title="The title of a page with errors starts with Error",
        severity="moderate",
        fix="Put Error: in front of the title while the page shows errors.",
        needs=("html",),
        version="a1b2c3da",
    ),
    RuleSummary(
        id="engine/dead-host",
        title="Every address that was asked for can be reached",
        severity="critical",
        fix="Check the address and the network.",
        version="0.1.0",
    ),
)


def finding(
    rule: str,
    text: str,
    url: str = f"{HOME}/apply/name",
    outcome: str = "failed",
    place: Place | None = None,
    severity: str = "",
    **given: str,
) -> Finding:
    """A finding with the fingerprint and the cause that the engine would give it."""
    place = place or Place()
    known = {summary.id: summary.severity for summary in RULES}
    return Finding(
        rule=rule,
        outcome=outcome,
        severity=severity or known.get(rule, "moderate"),
        url=url,
        place=place,
        key="key",
        text=text,
        fingerprint=fingerprint(rule, url, place, "key"),
        cause=cause(rule, outcome, text, place.excerpt),
        **given,
    )


def scan(findings: tuple[Finding, ...] | None = None, **changes: object) -> Scan:
    """The sample, with other findings or other fields where they are given."""
    whole = Scan(
        targets=(f"{HOME}/",),
        options={"crawl": True, "max_pages": 500, "fail_on": "moderate", "rate": 2.0, "skip": ["axe/tabindex"]},
        profile="govuk-service",
        profile_reason="the pages use GOV.UK Frontend and stand under service.gov.uk",
        started="2026-11-23T09:00:00Z",
        ended="2026-11-23T09:04:05.500000Z",
        tools={"govlint": "0.1.0", "axe-core": "4.14.1", "chromium": "142.0.7444.59"},
        rules={summary.id: summary for summary in RULES},
        findings=_findings() if findings is None else findings,
        visits=_visits(),
        exit_code=1,
        verdict="276 findings count, because they are moderate or worse.",
    )
    return replace(whole, **changes)


def _findings() -> tuple[Finding, ...]:
    field = Place('#full-name', 41, 7, '<input id="full-name" class="govuk-input" placeholder="Full name">')
    pale = Place("main > p:nth-of-type(2) > span.hint", 58, 12, '<span class="hint">Optional</span>')
    sheet = Place("main > ul > li:nth-of-type(3) > a", 90, 9, '<a href="/files/spending.xlsx">Spending 2025</a>')
    header = "The header Strict-Transport-Security is missing; send it with a max-age of one year."
    no_browser = "The probe focus_trail did not run: the browser was switched off with --no-browser."
    return (
        *(finding("hosting/strict-transport-security", header, url) for url in PAGES),
        finding("accessibility/field-name", "The field has no label; write one and point it at the field.", place=field),
        finding(
            "accessibility/field-name",
            "The field has no label; write one and point it at the field.",
            f"{HOME}/apply/address",
            place=replace(field, line=52, selector="#address-line-1"),
        ),
        finding("axe/color-contrast", "The contrast is 2.9 to 1; it must be at least 4.5 to 1.", place=pale),
        finding(
            "documents/open-copy",
            "spending is offered only as xlsx; offer it as csv or ods too.",
            f"{HOME}/statistics",
            place=sheet,
        ),
        finding(
            "documents/pdf-tagged",
            "The PDF has no tags; export it again with tags.",
            f"{HOME}/files/annual%20report.pdf",
            place=Place("page 1"),
        ),
        finding(
            "metadata/page-description",
            "The page has 0 descriptions; it needs one.",
            place=Place("html", 2, 1, '<html lang="en">'),
            settled=NOTED,
            reason="minor is below moderate",
        ),
        finding(
            "axe/color-contrast",
            "The background is an image; look whether the text can be read on it.",
            f"{HOME}/",
            outcome="cantTell",
            place=Place("#hero > h1", 30, 5, "<h1>Apply for a licence</h1>"),
            settled=NOTED,
        ),
        *(
            finding("accessibility/focus-order", no_browser, url, outcome="untested", settled=COUNTS)
            for url in PAGES[:12]
        ),
        finding("axe/color-contrast", no_browser, PAGES[0], outcome="untested", settled=COUNTS),
        finding(
            "axe/region",
            "The skip link lies outside of every landmark.",
            f"{HOME}/",
            place=Place("body > a:nth-of-type(1)", 20, 3, '<a href="#main-content" class="govuk-skip-link">Skip</a>'),
            settled=KNOWN,
            reason="The official GOV.UK page template puts the skip link there.",
        ),
        finding(
            "design/title-prefix",
            "The title does not start with Error: while the page shows errors.",
            f"{HOME}/apply/name?errors=1",
            place=Place("head > title", 5, 3, "<title>What is your name?</title>"),
            settled=WAIVED,
            reason="To be mended by 1 March 2027, ticket 123.",
            vantage="empty-form",
        ),
        finding(
            "documents/pdf-tagged",
            "The PDF has no tags; export it again with tags.",
            f"{HOME}/files/old.pdf",
            settled=BASELINE,
        ),
        finding("engine/dead-host", "The name old.example.gov.uk is not known.", "https://old.example.gov.uk/"),
    )


def _visits() -> tuple[Visit, ...]:
    passed = {"hosting/strict-transport-security": "passed", "documents/open-copy": "inapplicable"}
    return (
        Visit(f"{HOME}/", status=200, media_type="text/html", title="Apply for a licence", seconds=1.25, outcomes=passed),
        Visit(
            f"{HOME}/apply/name",
            status=200,
            media_type="text/html",
            title="What is your name?",
            found_on=f"{HOME}/",
            outcomes=passed | {"accessibility/field-name": "failed", "axe/color-contrast": "failed"},
        ),
        Visit(f"{HOME}/apply/name?errors=1", status=200, media_type="text/html", title="What is your name?"),
        Visit(f"{HOME}/apply/address", status=200, outcomes={"accessibility/field-name": "failed"}),
        Visit(f"{HOME}/statistics", status=200, outcomes={"documents/open-copy": "failed"}),
        *(
            Visit(url, status=200, outcomes={"hosting/strict-transport-security": "failed"}, title=f"Part {number}")
            for number, url in enumerate(PAGES, 1)
        ),
        Visit(
            f"{HOME}/files/annual%20report.pdf",
            role="document",
            status=200,
            media_type="application/pdf",
            found_on=f"{HOME}/statistics",
            outcomes={"documents/pdf-tagged": "failed"},
        ),
        Visit(f"{HOME}/start", status=301, outcome="redirected", reason=f"It leads to {HOME}/."),
        Visit(f"{HOME}/admin", outcome="skipped", reason="robots.txt asks not to visit it."),
        Visit("https://old.example.gov.uk/", outcome="unreached", reason="The name old.example.gov.uk is not known."),
    )
