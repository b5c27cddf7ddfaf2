"""Judge every visible example of published releases of GOV.UK Frontend and NHS.UK frontend as a page: a finding there is ours to explain.

    python tools/known_good.py [--all] [PACK/RULE...]

Prints what the rules of the packs govuk-design and nhsuk-design (or those named) find. Findings of severity serious or above that
`tools/known_good.yaml` does not expect, with a reason, make the exit code 1; so does a line of that file that nothing
needs. `--all` prints findings of lesser severity and expected ones too.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from govlint.evidence.fact import Evidence, Inapplicable, NotGathered
from govlint.model.verdict import FAILED, SEVERITIES
from govlint.rulebook.packs import Rulebook, read_rulebook
from govlint.rulebook.rule import Rule, say

sys.path.insert(0, str(Path(__file__).resolve().parent))

from derive_components import GOVUK, NHSUK, fixtures_of, release  # noqa: E402

PACK = ("govuk-design/",)
PACKS = (*PACK, "nhsuk-design/")
RELEASES = ((GOVUK, "6.6.0"), (GOVUK, "5.14.0"), (GOVUK, "4.9.0"), (NHSUK, "10.6.1"))
EXPECTED = Path(__file__).with_suffix(".yaml")
URL = "https://apply-for-a-permit.service.gov.uk/example"
BLOCKING = SEVERITIES.index("serious")
# Where a component stands in a page, if not in the main element.
START = ("cookie-banner", "skip-link")
HEADER = ("header", "generic-header", "service-navigation")
FIRST = ("error-summary", "notification-banner")
BEFORE = ("back-link", "breadcrumbs", "phase-banner", "exit-this-page", "language-navigation")
SCRIPT = {
    "4": "document.body.className = ((document.body.className) ? document.body.className + ' js-enabled' : 'js-enabled');",
    "5": "document.body.className += ' js-enabled' + ' govuk-frontend-supported';",
}


@dataclass(frozen=True, slots=True)
class Example:
    """One official example: release, component, its name, its markup."""

    release: str
    component: str
    name: str
    html: str
    system: str = "govuk"


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule says against an example."""

    rule: Rule
    example: Example
    text: str
    excerpt: str


def examples(version: str, folder: Path, system: str = "govuk") -> Iterator[Example]:
    """All visible examples of the release that lies in a folder."""
    for component, fixtures in fixtures_of(folder).items():
        for fixture in fixtures:
            if not fixture.get("hidden"):
                yield Example(version, component, fixture["name"], fixture["html"], system)


def page(example: Example, told: bool = True) -> str:
    """The example in its place in a page; `told`: the page tells of its release."""
    if example.system == "nhsuk":
        return nhs_page(example, told)
    parts = {"start": "", "header": "", "before": "", "main": "", "footer": ""}
    places = {"start": START, "header": HEADER, "before": BEFORE, "footer": ("footer",)}
    place = next((name for name, those in places.items() if example.component in those), "main")
    parts[place] = example.html
    if example.component != "skip-link":
        parts["start"] += '<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>'
    parts["header"] = ("" if example.component in HEADER[:2] else '<div class="app-header"></div>') + parts["header"]
    parts["footer"] = parts["footer"] or '<div class="app-footer"></div>'
    script = f"<script>{SCRIPT[min(example.release[0], '5')]}</script>" if told else ""
    sheet = f'<link rel="stylesheet" href="/govuk-frontend-{example.release}.min.css">' if told else ""
    prefix = "Error: " if example.component == "error-summary" else ""
    heading = "" if "<h1" in example.html else "<h1>Example</h1>"
    if example.component in FIRST:
        parts["main"], heading = example.html + heading, ""
    return (
        f'<!doctype html><html lang="en" class="govuk-template"><head><title>{prefix}Example – Apply for a permit – GOV.UK'
        f'</title>{sheet}</head><body class="govuk-template__body">{script}{parts["start"]}{parts["header"]}'
        f'<div class="govuk-width-container">{parts["before"]}<main class="govuk-main-wrapper" id="main-content">'
        f'{heading}{parts["main"]}<p class="govuk-body">Text of the page, so that it is one.</p></main></div>'
        f"{parts['footer']}</body></html>"
    )


def nhs_page(example: Example, told: bool) -> str:
    """The example in the main element of a page with the NHS.UK template."""
    sheet = f'<link rel="stylesheet" href="/nhsuk-frontend-{example.release}.min.css">' if told else ""
    heading = "" if "<h1" in example.html else "<h1>Example</h1>"
    return (
        f'<!doctype html><html lang="en"><head><title>Example - NHS</title>{sheet}</head><body><div class="nhsuk-width-container">'
        f'<main class="nhsuk-main-wrapper" id="maincontent">{heading}{example.html}<p>Text of the page, so that it is one.</p></main></div>'
        "</body></html>"
    )


def judge(book: Rulebook, rules: list[Rule], example: Example) -> list[Found]:
    """What the rules find in one example, whether the page tells of its release or not; each thing once."""
    found = {f.rule.id + f.text: f for told in (True, False) for f in _judge(book, rules, example, told)}
    return list(found.values())


def _judge(book: Rulebook, rules: list[Rule], example: Example, told: bool) -> Iterator[Found]:
    values = {
        "url": URL, "asked": URL, "role": "page", "link_text": "", "found_on": "", "status": 200, "redirects": [],
        "truncated": "", "raw_headers": [["content-type", "text/html; charset=utf-8"]],
        "body": page(example, told).encode(),
    }  # fmt: skip
    evidence = Evidence(values, {}, book.facts)
    for rule in rules:
        try:
            verdicts = rule.judge(evidence)
        except (Inapplicable, NotGathered):
            continue
        for verdict in verdicts:
            if verdict.outcome == FAILED:
                yield Found(rule, example, say(rule, verdict), verdict.place.excerpt)


def is_blocking(rule: Rule) -> bool:
    """Whether a rule's findings stop a deployment."""
    return SEVERITIES.index(rule.severity) >= BLOCKING


def page_rules(book: Rulebook, beginnings: tuple[str, ...] = PACK) -> list[Rule]:
    """The rules that judge one page alone."""
    return [r for r in book.rules.values() if r.id.startswith(beginnings) and not r.of_site and "page" in r.judges]


def expectations() -> list[dict]:
    """The lines of the expected findings."""
    return yaml.safe_load(EXPECTED.read_text("utf-8")) or []


def expected(found: Found, lines: list[dict]) -> dict | None:
    """The line of the expected findings that this one is, if there is one."""
    return next((line for line in lines if _fits(found, line)), None)


def _fits(found: Found, line: dict) -> bool:
    example = found.example
    same = line["rule"] == found.rule.id and line["component"] == example.component
    return same and example.name in line.get("examples", [example.name])


def main(arguments: list[str]) -> int:
    """Prints the findings; 1 if one of them, or a line of the expected ones, cannot be explained."""
    book = read_rulebook()
    wanted = tuple(a for a in arguments if not a.startswith("--")) or PACKS
    rules, lines = page_rules(book, wanted), expectations()
    used, counts, unexplained, judged = set(), Counter(), 0, 0
    for example in (e for s, v in RELEASES for e in examples(v, release(v, s), s.prefix)):
        judged += 1
        for found in judge(book, rules, example):
            line = expected(found, lines)
            is_open = is_blocking(found.rule) and line is None
            counts[found.rule.severity] += 1
            used.add(id(line))
            unexplained += is_open
            if "--all" in arguments or is_open:
                mark = "expected" if line else found.rule.severity
                print(f"{mark}: {found.rule.id}: {example.release} {example.component} “{example.name}”: {found.text}")
    unused = [line for line in lines if id(line) not in used and line["rule"].startswith(wanted)]
    for line in unused:
        print(f"expected and not found: {line['rule']} in {line['component']}; take the line out of {EXPECTED.name}")
    told = ", ".join(f"{counts[s]} {s}" for s in SEVERITIES if counts[s]) or "none"
    print(f"{judged} examples, {len(rules)} rules; findings: {told}; unexplained serious or above: {unexplained}")
    return 1 if unexplained or unused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
