"""Judge every visible example of published releases of GOV.UK Frontend and NHS.UK frontend as a page: a finding there is ours to explain.

    python tools/known_good.py [--all] [PACK/RULE...]

Prints what the rules of the packs govuk-design and nhsuk-design (or those named) find and `tools/known_good.yaml` does not expect, with
a reason. Such a finding, of whatever severity, makes the exit code 1; so does a line of that file that nothing needs. `--all` prints
expected findings too. Without rules named, writes docs/known-good.md.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
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
WRITTEN = Path(__file__).resolve().parent.parent / "docs/known-good.md"
PAGE = """# What the design rules say of official examples

Every visible example of {releases} as a page: {examples} pages, judged by the {rules} rules of the packs
govuk-design and nhsuk-design that look at one page. Each finding was read by hand against the example's markup; what is in the table is true
of the page, for the reason given. Findings of severity serious or above without a reason: **{blocking}**; of lesser severity: **{lesser}**.
This page is written by `make known-good`, which fails where an example brings a finding that is not in `tools/known_good.yaml`.

An official example is known good as a component, not as a page: it stands alone, it shows off what the guidance warns of, and that of
an old release is old. No finding is there because a rule takes good markup for bad.

{table}
"""
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
    same = line["rule"] == found.rule.id and example.component in line.get("components", [example.component])
    return same and example.release in line.get("releases", [example.release]) and example.name in line.get("examples", [example.name])


def main(arguments: list[str]) -> int:
    """Prints the findings; 1 if one of them, or a line of the expected ones, cannot be explained."""
    book = read_rulebook()
    named = tuple(a for a in arguments if not a.startswith("--"))
    wanted = named or PACKS
    rules, lines = page_rules(book, wanted), expectations()
    every = [example for system, version in RELEASES for example in examples(version, release(version, system), system.prefix)]
    explained: dict[int, list[Found]] = defaultdict(list)
    counts: Counter[str] = Counter()
    unexplained: list[Found] = []
    for found in (found for example in every for found in judge(book, rules, example)):
        line = expected(found, lines)
        counts[found.rule.severity] += 1
        if line is None:
            unexplained.append(found)
        else:
            explained[id(line)].append(found)
        if line is None or "--all" in arguments:
            e, mark = found.example, "expected" if line else found.rule.severity
            print(f"{mark}: {found.rule.id}: {e.release} {e.component} “{e.name}”: {found.text}")
    unused = [line for line in lines if id(line) not in explained and line["rule"].startswith(wanted)]
    for line in unused:
        print(f"expected and not found: {line['rule']} in {', '.join(line.get('components', ['any']))}; take the line out of {EXPECTED.name}")
    blocking = sum(is_blocking(found.rule) for found in unexplained)
    if not named:
        told = [(line, explained[id(line)]) for line in lines if id(line) in explained]
        WRITTEN.write_text(written(every, len(rules), blocking, len(unexplained) - blocking, told), "utf-8")
    said = ", ".join(f"{counts[s]} {s}" for s in SEVERITIES if counts[s]) or "none"
    print(f"{len(every)} examples, {len(rules)} rules; findings: {said}; unexplained: {blocking} serious or above, {len(unexplained) - blocking} lesser")
    return 1 if unexplained or unused else 0


def written(every: list[Example], rules: int, blocking: int, lesser: int, told: list[tuple[dict, list[Found]]]) -> str:
    """The page about the findings, those of the highest severity first."""
    releases = [f"{'GOV.UK Frontend' if s is GOVUK else 'NHS.UK frontend'} {version}" for s, version in RELEASES]
    rows = sorted(told, key=lambda one: (-SEVERITIES.index(one[1][0].rule.severity), -len(one[1]), one[0]["rule"]))
    table = [
        "| rule | severity | findings | by release | components | why it is true of the page |",
        "|---|---|---:|---|---|---|",
        *(_row(line, found) for line, found in rows),
    ]
    return PAGE.format(
        releases=", ".join(releases[:-1]) + " and " + releases[-1], examples=len(every), rules=rules, blocking=blocking, lesser=lesser,
        table="\n".join(table),
    )  # fmt: skip


def _row(line: dict, found: list[Found]) -> str:
    by_release = Counter(one.example.release for one in found)
    components = sorted({one.example.component for one in found})
    several = ", ".join(components) if len(components) < 5 else f"{len(components)} components"
    shown = ", ".join(f"{version}: {count}" for version, count in by_release.items())
    return f"| `{line['rule']}` | {found[0].rule.severity} | {len(found)} | {shown} | {several} | {line['reason'].strip()} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
