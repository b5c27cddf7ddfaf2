"""A draft of an accessibility statement in the model form: what a scan found, and blanks for what it cannot know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from ..model.finding import COUNTS, KNOWN, NOTED, Finding, RuleSummary, Scan
from ..model.url import is_private
from ..model.verdict import CANT_TELL, FAILED, PASSED
from . import tally
from .grouping import gaps
from .prose import Blank, Block, Reference, block

MOST_PAGES = 5  # named for each problem
LAW = "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"
EASS = Reference("https://www.equalityadvisoryservice.com/", "Equality Advisory and Support Service (EASS)")
WCAG = Reference("https://www.w3.org/TR/WCAG22/", "Web Content Accessibility Guidelines version 2.2")
_NAME = re.compile(r"\d\.\d\.\d+ (.+?)(?: \(Level|$)")


def text(scan: Scan) -> Iterator[Block]:
    """The statement itself. Each problem names the rule and the pages; nothing is claimed that was not tested."""
    problems = _by_rule(scan, lambda f: f.outcome == FAILED and f.settled not in (KNOWN, NOTED))
    yield block("h1", "Accessibility statement for ", Blank("name of the website"))
    yield block("p", "This accessibility statement applies to ", *_scope(scan), ".")
    yield block("p", Blank("name of the organisation"), f" is committed to making its website accessible, in accordance with the {LAW}.")
    yield block("h2", "Feedback and contact information")
    yield block("p", "If you find a problem that is not listed here, or need information in a different format, contact us at ", Blank("email address and phone number"), ".")
    yield block("p", "We will answer within ", Blank("number of days"), ".")
    yield block("h2", "Enforcement procedure")
    yield block(
        "p", f"The Equality and Human Rights Commission (EHRC) is responsible for enforcing the {LAW} (the ‘accessibility regulations’). ",
        "If you are not happy with how we respond to your complaint, contact the ", EASS, ".",
    )  # fmt: skip
    yield block("h2", "Compliance status")
    yield _status(scan, problems)
    yield block("h2", "Non-accessible content")
    yield block("h3", "Non-compliance with the accessibility regulations")
    for rule, findings in problems.items():
        yield _problem(scan, scan.rules[rule], findings)
    yield block("p", Blank("add what tests by people found, or delete this line"))
    yield block("h3", "Disproportionate burden")
    yield block("p", Blank("add what was assessed, with its date, or delete this part"))
    yield block("h3", "Content that’s not within the scope of the accessibility regulations")
    yield block("p", Blank("list what the regulations exempt and why, or delete this part"))
    yield block("h2", "Preparation of this accessibility statement")
    yield block("p", "This statement was prepared on ", Blank("date"), ". It was last reviewed on ", Blank("date"), ".")
    pages, documents = (tally.judged(scan).get(role, 0) for role in ("page", "document"))
    yield block(
        "p", f"This website was last tested on {_day(scan.ended)} against the WCAG 2.2 AA standard. The test was carried out by ",
        Blank("name of the organisation"), f" with govlint {scan.tools.get('govlint', '')}, which looked at {tally.plural(pages, 'page')} and ",
        f"{tally.plural(documents, 'document')}. Automated tests find only some of the problems. ",
        Blank("describe the tests by people and how pages were chosen"),
    )  # fmt: skip


def notes(scan: Scan, criteria: Mapping[str, str]) -> Iterator[Block]:
    """What a person has to know who completes the draft; `criteria` are the names of all that the law asks for, by number."""
    blanks = sum(isinstance(piece, Blank) for one in text(scan) for piece in one.pieces)
    yield block("h2", "Not part of the statement: notes for whoever completes it")
    yield block("p", f"The draft has {tally.plural(blanks, 'blank')}. Fill in each one, take out the names of rules, and delete these notes.")
    yield block("p", "In Northern Ireland, name and link to the Equality Commission for Northern Ireland (ECNI) in place of EHRC and EASS.")
    yield block("p", f"It was made from a scan of {', '.join(scan.targets)}, from {scan.started} to {scan.ended}. {scan.verdict}")
    yield from _listed(scan, "Look at these by hand: the scan could not tell", lambda f: f.outcome == CANT_TELL and f.settled != KNOWN)
    yield from _listed(scan, "Decide whether these lesser findings are failures", lambda f: f.outcome == FAILED and f.settled == NOTED)
    missing = gaps(scan)
    if missing:
        yield block("h3", "Not tested")
        yield from (block("li", f"{gap.reason} ({tally.plural(len(gap.addresses), 'address', 'addresses')})") for gap in missing)
    tested = _tested(scan)
    unseen = [f"{number} {name}".strip() for number, name in criteria.items() if number not in tested]
    if unseen:
        yield block("h3", "Success criteria that no rule of this scan looked at")
        yield from (block("li", one) for one in unseen)
    yield block("p", "A rule that looks at a criterion looks at a part of it: that nothing was found does not mean that the criterion is met.")


def _status(scan: Scan, problems: Mapping[str, Sequence[Finding]]) -> Block:
    if not problems:
        said: tuple[str | Blank, ...] = ("This website is ", Blank("“fully” or “partially”, after tests by people"), " compliant with the ")
        return block("p", *said, WCAG, " AA standard.")
    failed = {number for rule in problems for number in _criteria(scan.rules[rule])}
    word = "not" if 2 * len(failed) > len(_tested(scan)) else "partially"
    return block("p", f"This website is {word} compliant with the ", WCAG, " AA standard, due to the non-compliances listed below.")


def _problem(scan: Scan, rule: RuleSummary, findings: Sequence[Finding]) -> Block:
    pages = sorted({finding.url for finding in findings})
    home = tally.home(scan)
    documents = {visit.url for visit in scan.visits if visit.role == "document"}
    where = tally.plural(len(pages), "document" if documents.issuperset(pages) else "page")
    named = " and ".join(f"{number} ({name})" if name else number for number, name in _criteria(rule).items())
    pieces: list[str | Blank | Reference] = [
        f"“{rule.title}” does not hold on {where}. This fails success criterion {named}. ",
        Blank("what people cannot do, and the date by which it will be mended"),
        f" Found by the rule {rule.id} on ",
    ]
    for url in pages[:MOST_PAGES]:
        pieces += [Reference(url, url.removeprefix(home) or "/"), ", "]
    more = len(pages) - MOST_PAGES
    return block("li", *pieces[:-1], f" and {more:,} more." if more > 0 else ".")


def _listed(scan: Scan, heading: str, wanted: Callable[[Finding], bool]) -> Iterator[Block]:
    found = _by_rule(scan, wanted)
    if found:
        yield block("h3", heading)
    for rule, findings in found.items():
        where = sorted({finding.url for finding in findings})
        numbers = ", ".join(_criteria(scan.rules[rule]))
        more = f" and {len(where) - MOST_PAGES:,} more" if len(where) > MOST_PAGES else ""
        yield block("li", f"{rule} ({numbers}): {scan.rules[rule].title}. On {', '.join(where[:MOST_PAGES])}{more}.")


def _by_rule(scan: Scan, wanted: Callable[[Finding], bool]) -> dict[str, list[Finding]]:
    """The findings that are wanted of rules that stand on a criterion, in the order of these."""
    found: dict[str, list[Finding]] = {}
    for finding in scan.findings:
        if wanted(finding) and finding.rule in scan.rules and _criteria(scan.rules[finding.rule]):
            found.setdefault(finding.rule, []).append(finding)
    return dict(sorted(found.items(), key=lambda pair: (min(map(_order, _criteria(scan.rules[pair[0]]))), pair[0])))


def _order(criterion: str) -> list[int]:
    """1.4.3 before 1.4.10."""
    return [int(number) for number in criterion.split(".")]


def _criteria(rule: RuleSummary) -> dict[str, str]:
    """The names, by number, of the criteria of level A and AA that a rule stands on."""
    asked = [one for one in rule.standards if one.id.startswith("wcag22/") and "AAA" not in one.title and "removed" not in one.title]
    return {one.id.partition("/")[2]: found[1] if (found := _NAME.search(one.title)) else "" for one in asked}


def _tested(scan: Scan) -> set[str]:
    told = {rule for visit in scan.visits for rule, word in visit.outcomes.items() if word in (PASSED, FAILED, CANT_TELL)}
    told |= {finding.rule for finding in scan.findings if finding.outcome in (FAILED, CANT_TELL) and finding.settled == COUNTS}
    return {number for rule in told if rule in scan.rules for number in _criteria(scan.rules[rule])}


def _scope(scan: Scan) -> Iterator[str | Blank]:
    hosts = sorted({urlsplit(visit.url).hostname or "" for visit in scan.visits if visit.outcome == "judged" and visit.role == "page"} - {""})
    public = [host for host in hosts if not is_private(host)]
    yield ", ".join(public) if public else Blank("domain of the website")


def _day(when: str) -> str:
    try:
        day = datetime.fromisoformat(when)
    except ValueError:
        return when
    return f"{day.day} {day:%B %Y}"
