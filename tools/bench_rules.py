"""How long each rule takes on one page of about 1,500 elements, parsed and with its facts at hand: `tools/bench_rules.py [--pack=NAME] [PAGE.html]`.

With a pack named, prints what its rules take on the parsed page alone, once with all facts still to be worked out. Else prints the time of all cases of all rules, that of all rules on the page, and the slowest rules, in CPU milliseconds, the least of nine.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from govlint.evidence.fact import Evidence, Inapplicable, NotGathered
from govlint.facts import builtin_facts
from govlint.rulebook.cases import read_cases
from govlint.rulebook.chosen import has_cases
from govlint.rulebook.packs import read_rulebook
from govlint.rulebook.rule import Rule
from govlint.rulebook.trial import run

URL = "https://apply-for-a-permit.service.gov.uk/start"
ROUNDS = 9
SHOWN = 10


def main(arguments: list[str]) -> None:
    """Print the figures."""
    packs = [a.partition("=")[2] for a in arguments if a.startswith("--pack=")]
    files = [a for a in arguments if not a.startswith("--")]
    source = Path(files[0]).read_text("utf-8") if files else page()
    book = read_rulebook()
    if packs:
        print_pack(source, [r for r in book.rules.values() if r.pack in packs and not r.of_site and "page" in r.judges])
        return
    began = time.process_time()
    count = sum(len([run(case, book.facts) for case in read_cases(rule, book.facts)]) for rule in book.rules.values() if has_cases(rule))
    print(f"{count} cases of {len(book.rules)} rules: {time.process_time() - began:.1f} s")
    evidence = evidence_of(source)
    print(f"elements: {len(evidence.get('dom').css('*'))}")
    rules = [rule for rule in book.rules.values() if not rule.of_site and "page" in rule.judges]
    timed = sorted(((milliseconds(rule, evidence), rule.id) for rule in rules), reverse=True)
    print(f"all {len(rules)} rules of pages: {sum(ms for ms, _ in timed):.1f} ms")
    for ms, name in timed[:SHOWN]:
        print(f"{ms:8.2f} ms  {name}")


def print_pack(source: str, rules: list[Rule]) -> None:
    """Print the time of some rules together, from the parsed page on, and of the slowest of them with their facts at hand."""
    print(f"elements: {len(evidence_of(source).get('dom').css('*'))}")
    print(f"{len(rules)} rules on the parsed page, facts worked out: {min(together(rules, source) for _ in range(ROUNDS)):.1f} ms")
    evidence = evidence_of(source)
    timed = sorted(((milliseconds(rule, evidence), rule.id) for rule in rules), reverse=True)
    print(f"with their facts at hand: {sum(ms for ms, _ in timed):.1f} ms")
    for ms, name in timed[:SHOWN]:
        print(f"{ms:8.2f} ms  {name}")


def together(rules: list[Rule], source: str) -> float:
    """The CPU time of these rules on one page that is parsed and no more."""
    evidence = evidence_of(source)
    evidence.get("dom")
    began = time.process_time()
    for rule in rules:
        try:
            rule.judge(evidence)
        except (Inapplicable, NotGathered):
            continue
    return (time.process_time() - began) * 1000


def page() -> str:
    """A GOV.UK-like page of 1,500 elements, about."""
    rows = "".join(
        f'<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">Row {n}</th>'
        f'<td class="govuk-table__cell"><a class="govuk-link" href="/row/{n}">Change<span class="govuk-visually-hidden"> row {n}</span></a></td>'
        f'<td class="govuk-table__cell">{n * 7}</td></tr>'
        for n in range(135)
    )
    fields = "".join(
        f'<div class="govuk-form-group"><label class="govuk-label" for="f{n}">Field {n}</label><div id="f{n}-hint" class="govuk-hint">Hint {n}</div>'
        f'<input class="govuk-input" id="f{n}" name="f{n}" type="text" aria-describedby="f{n}-hint"></div>'
        for n in range(135)
    )
    text = "".join(f"<h2>Part {n}</h2><p>Some words about <a href='/part/{n}'>part {n}</a>.</p>" for n in range(60))
    return (
        '<!doctype html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>Rows - Apply - GOV.UK</title></head>'
        f'<body class="govuk-template__body"><main id="main-content"><h1>Rows</h1><form method="post" novalidate>{fields}</form>'
        f'<table class="govuk-table"><caption>Rows</caption><tbody>{rows}</tbody></table>{text}</main></body></html>'
    )


def evidence_of(source: str) -> Evidence:
    """The page as if it had been fetched."""
    values = {
        "url": URL, "asked": URL, "role": "page", "link_text": "", "found_on": "", "status": 200, "redirects": [], "truncated": "",
        "raw_headers": [["content-type", "text/html; charset=utf-8"]], "body": source.encode(),
    }  # fmt: skip
    return Evidence(values, {}, builtin_facts())


def milliseconds(rule: Rule, evidence: Evidence) -> float:
    """The least CPU time of some rounds; the first one works out the facts and is not counted."""
    times = []
    for _ in range(ROUNDS + 1):
        began = time.process_time()
        try:
            rule.judge(evidence)
        except (Inapplicable, NotGathered):
            return 0.0
        times.append((time.process_time() - began) * 1000)
    return min(times[1:])



if __name__ == "__main__":
    main(sys.argv[1:])
