"""The report for a terminal: what is wrong, where, how to mend it and who asks for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..model.finding import BASELINE, COUNTS, KNOWN, NOTED, WAIVED, Finding, RuleSummary, Scan
from ..model.markup import fitting
from ..model.verdict import CANT_TELL, FAILED
from . import tally
from .clean import clean, clip, link, short
from .grouping import Gap, Group, address, gaps, groups, selected, settled_as
from .style import Style

_PLACES = 3  # shown of one entry unless verbose
_CAUSES = 5  # shown of one rule unless verbose
_NOTED = 25  # causes that do not count, shown unless verbose
_BY_HAND = 5  # entries to look at by hand, and reasons why nothing was tested, shown unless verbose
_FIX_LENGTH = 240
_ACCEPTED = {
    "Already in the baseline": BASELINE,
    "Known issues of the rules, not counted": KNOWN,
    "Waived, not counted": WAIVED,
}


def report(scan: Scan) -> bytes:
    """Plain text for a file: no colours, 80 columns, every place."""
    return b"".join(pieces(scan))


def pieces(scan: Scan) -> Iterator[bytes]:
    """The same, line by line."""
    return (f"{line}\n".encode() for line in _lines(scan, colour=False, width=80, verbose=True))


def render(scan: Scan, colour: bool, width: int, verbose: bool) -> str:
    """The report as text; only addresses may be longer than `width` characters."""
    return "\n".join(_lines(scan, colour, width, verbose)) + "\n"


def _lines(scan: Scan, colour: bool, width: int, verbose: bool) -> Iterator[str]:
    others = frozenset(visit.url for visit in scan.visits if visit.role != "page")
    style = Style(colour, max(width, 40), verbose, tally.home(scan), others)
    every = groups(scan.findings)
    yield from _opening(scan, style)
    yield from _entries(scan, style, "Findings that count", selected(every, FAILED, COUNTS))
    noted = selected(every, FAILED, NOTED)
    if style.verbose:
        yield from _entries(scan, style, "Noted, and not counted", noted)
    else:
        yield from _listed(style, "Noted, and not counted", noted, _NOTED, "cause")
    doubts = selected(every, CANT_TELL, COUNTS, NOTED)
    yield from _listed(style, "Look at these by hand", doubts, _BY_HAND, "question")
    yield from _untested(style, gaps(scan))
    for heading, settled in _ACCEPTED.items():
        yield from _accepted(style, heading, settled_as(every, settled))
    yield from _sample(scan, style)
    yield from _totals(scan, style)


def _opening(scan: Scan, style: Style) -> Iterator[str]:
    version, subject = scan.tools.get("govlint", ""), tally.subject(scan)
    yield from style.wrap(f"govlint {version}".strip() + (f": {clean(subject)}" if subject else ""), paint="heading")
    reason = f" ({scan.profile_reason})" if scan.profile_reason else ""
    yield from style.wrap(f"Profile {scan.profile}{reason}", paint="quiet")


def _entries(scan: Scan, style: Style, heading: str, found: Sequence[Group]) -> Iterator[str]:
    if not found:
        return
    places = sum(group.places for group in found)
    yield from style.heading(f"{heading}: {tally.plural(len(found), 'cause')}, {tally.plural(places, 'place')}")
    shown: dict[str, int] = {}
    hidden: dict[str, list[Group]] = {}
    for group in found:
        shown[group.rule] = shown.get(group.rule, 0) + 1
        if shown[group.rule] > _CAUSES and not style.verbose:
            hidden.setdefault(group.rule, []).append(group)
            continue
        yield ""
        yield from _entry(scan, style, group)
    for rule, left in hidden.items():
        places = sum(group.places for group in left)
        more = f"and {tally.plural(len(left), 'more cause')} of {rule} at {tally.plural(places, 'place')}"
        yield ""
        yield from style.wrap(f"{more}: --verbose lists them", paint="quiet")


def _entry(scan: Scan, style: Style, group: Group) -> Iterator[str]:
    rule = tally.rule(scan, group.rule, group.severity)
    count = f"{tally.plural(group.places, 'place')} on {_extent(style, group.findings)}"
    yield f"{style.paint(clean(group.severity), group.severity)}  {style.paint(clean(group.rule), 'heading')}  {count}"
    yield from style.wrap(group.text or rule.title, "  ")
    if style.verbose and rule.why:
        yield from style.wrap(f"Why: {rule.why}", "  ")
    yield from _places(style, group)
    if more := tally.unlooked(tally.like_these(scan, group.rule, group.findings)):
        yield from style.wrap(f"{more}.", "    ")
    if rule.fix:
        yield from style.wrap(f"To mend it: {rule.fix if style.verbose else first_sentences(rule.fix)}", "  ")
    for markup in fitting(rule.markup, (finding.majors for finding in group.findings)):
        yield from style.wrap(f"Expected markup{', ' + markup.version if markup.version else ''}:", "  ")
        yield from style.lines(markup.html, "    ")
    if rule.standards:
        yield from style.wrap(f"Asked for by: {asked_for(rule)}", "  ")
    if rule.markup and link(rule.help_url):
        yield f"  Guidance: {link(rule.help_url)}"


def _places(style: Style, group: Group) -> Iterator[str]:
    shown = group.findings if style.verbose else group.findings[:_PLACES]
    excerpt_before = ""
    for finding in shown:
        place = finding.place
        where = _where(style, finding)
        vantage = f" [{clean(finding.vantage)}]" if finding.vantage != "desktop" else ""
        yield f"    {style.paint(where, 'heading')}{vantage}"
        if finding.text != group.text:
            yield from style.wrap(finding.text, "      ")
        if place.selector:
            yield "      " + clip(clean(place.selector), style.width - 6)
        excerpt = clip(clean(place.excerpt), style.width - 6)
        if excerpt and excerpt != excerpt_before:
            yield style.paint("      " + excerpt, "quiet")
        excerpt_before = excerpt
    left = group.findings[len(shown) :]
    if left:
        yield f"    and {tally.plural(len(left), 'more place')} on {_extent(style, left)}"


def _listed(style: Style, heading: str, found: Sequence[Group], most: int, noun: str) -> Iterator[str]:
    """What needs no more than a line or two: the words, and where they first hold."""
    if not found:
        return
    places = sum(group.places for group in found)
    yield from style.heading(f"{heading}: {tally.plural(places, 'place')}")
    for group in found if style.verbose else found[:most]:
        first = group.findings[0]
        more = f" and {tally.plural(group.places - 1, 'more place')}" if group.places > 1 else ""
        yield from style.wrap(f"{group.severity}  {group.rule}: {group.text}", "  ", "    ")
        yield f"    {_where(style, first)}{more}"
        if style.verbose and first.place.selector:
            yield "    " + clip(clean(first.place.selector), style.width - 4)
    yield from style.left(len(found) - most, noun)


def _untested(style: Style, found: tuple[Gap, ...]) -> Iterator[str]:
    if not found:
        return
    yield from style.heading("Could not be tested")
    for gap in found if style.verbose else found[:_BY_HAND]:
        rules = f"{tally.plural(len(gap.unjudged), 'rule')} on " if gap.unjudged else ""
        yield from style.wrap(gap.reason, "  ")
        yield f"    {rules}{tally.plural(len(gap.addresses), 'address', 'addresses')}" + (
            f": {short(gap.addresses[0], style.home)}" if len(gap.addresses) == 1 else ""
        )
        if style.verbose:
            yield from style.wrap(", ".join(gap.rules), "    ")
            yield from (f"    {short(url, style.home)}" for url in gap.addresses if len(gap.addresses) > 1)
    yield from style.left(len(found) - _BY_HAND, "reason")


def _accepted(style: Style, heading: str, found: Sequence[Group]) -> Iterator[str]:
    if not found:
        return
    places = sum(group.places for group in found)
    yield from style.heading(f"{heading}: {tally.plural(places, 'place')}")
    said: Counter[tuple[str, str, str]] = Counter()
    for group in found:
        said[group.rule, group.text, group.reason] += group.places
    for (rule, text, reason), number in list(said.items())[: None if style.verbose else _BY_HAND]:
        yield from style.wrap(f"{rule}: {text} ({tally.plural(number, 'place')})", "  ", "    ")
        if reason:
            yield from style.wrap(f"Reason: {reason}", "    ")
    yield from style.left(len(said) - _BY_HAND, "cause")


def _sample(scan: Scan, style: Style) -> Iterator[str]:
    said = tally.sample(scan)
    if not said:
        return
    yield from style.heading("Judged by sample")
    yield from style.wrap(f"{said}.", "  ")
    if not style.verbose:
        yield from style.wrap("--verbose lists which, group by group", "  ", paint="quiet")
        return
    for group in scan.alike:
        number = len(group.examined) + len(group.others)
        yield from style.wrap(f"Group {clean(group.group)}: {tally.plural(number, 'page')}", "  ")
        for word, urls in (("examined in a browser", group.examined), ("not examined, alike", group.others)):
            yield from (f"    {word}: {short(url, style.home)}" for url in urls)


def _totals(scan: Scan, style: Style) -> Iterator[str]:
    roles = tally.judged(scan)
    pages, documents = roles.pop("page", 0), roles.pop("document", 0)
    said = [f"{tally.plural(pages, 'page')} judged"]
    if documents:
        said.append(tally.plural(documents, "document"))
    if roles:
        said.append(tally.plural(roles.total(), "other address", "other addresses"))
    said.append(tally.plural(len(scan.rules), "rule"))
    length = tally.seconds(scan)
    if length is not None:
        said.append(f"{length:.1f} s")
    resumed = tally.resumed(scan)
    counted = tally.severities(f for f in scan.counting if f.outcome == FAILED)
    findings = ", ".join(f"{number:,} {clean(severity)}" for severity, number in counted.items())
    yield from style.heading("Result")
    yield from style.wrap(", ".join(said), "  ")
    if resumed:
        yield from style.wrap(resumed, "  ")
    if (older := tally.older(scan))[0]:
        number = tally.plural(older[0], "address", "addresses")
        yield from style.wrap(f"{number} judged on evidence of earlier scans, the oldest of {clean(older[1])}", "  ")
    if same := tally.remembered(scan):
        number = tally.plural(same, "page is", "pages are")
        yield from style.wrap(f"{number} as before in the browser: answers remembered (--forget looks at all again)", "  ")
    yield from style.wrap(f"findings that count: {findings or 'none'}", "  ")
    sentence = f"{scan.verdict} (exit code {scan.exit_code})".strip()
    yield from style.wrap(sentence, "  ", paint="critical" if scan.exit_code else "good")


def _where(style: Style, finding: Finding) -> str:
    where, place = short(address(finding), style.home), finding.place
    return where + (f":{place.line}" + (f":{place.column}" if place.column else "") if place.line else "")


def _extent(style: Style, findings: Iterable[Finding]) -> str:
    """Over how many pages findings go; `addresses` where not all of them are pages."""
    found = {address(finding) for finding in findings}
    if style.others.isdisjoint(found):
        return tally.plural(len(found), "page")
    return tally.plural(len(found), "address", "addresses")


def first_sentences(text: str) -> str:
    """As many whole sentences from the start as fit into 240 characters, and at least one."""
    sentences = re.split(r"(?<=[.!?])\s+", clean(text))
    taken = sentences[0]
    for sentence in sentences[1:]:
        if len(taken) + len(sentence) >= _FIX_LENGTH:
            break
        taken += " " + sentence
    return taken


def asked_for(rule: RuleSummary) -> str:
    """The standards of a rule in words: title and id of each."""
    return "; ".join(f"{standard.title} ({standard.id})" for standard in rule.standards)
