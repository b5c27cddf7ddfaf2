"""The findings of the HTML report: one entry for each cause, with filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.finding import BASELINE, COUNTS, KNOWN, NOTED, WAIVED, Scan
from ..model.markup import fitting
from ..model.verdict import CANT_TELL, FAILED
from . import tally
from .clean import short
from .grouping import Gap, Group, gaps, groups, selected, settled_as, severity_rank
from .markup import anchor, block, code, escaped, line, standards, table, terms, where

_PLACES = 1000  # shown of one entry; the JSON report has them all
_PLACES_HEADS = ("Address", "Line", "What is wrong here", "Selector or place", "Excerpt")
_SECTIONS = (
    ("counts", "Findings that count", FAILED, (COUNTS,)),
    ("noted", "Noted, and not counted", FAILED, (NOTED,)),
    ("by-hand", "Look at these by hand", CANT_TELL, (COUNTS, NOTED)),
)
_ACCEPTED = (
    (KNOWN, "Known issues of the rules"),
    (WAIVED, "Waived in the configuration"),
    (BASELINE, "Already in the baseline"),
)


def findings(scan: Scan) -> Iterator[str]:
    """The section of findings, with the filters that the script switches on."""
    every = groups(scan.findings)
    home = tally.home(scan)
    parts = [(kind, title, selected(every, outcome, *settled)) for kind, title, outcome, settled in _SECTIONS]
    yield _filters([found for _, _, found in parts]) if any(found for _, _, found in parts) else "<p>There are no findings.</p>"
    for kind, title, found in parts:
        if found:
            yield f'<div class="entries"><h3>{title}: {tally.plural(len(found), "cause")}</h3>'
            yield from (_entry(scan, group, home, kind) for group in found)
            yield "</div>"


def accepted(scan: Scan) -> Iterator[str]:
    """The section of known issues, waivers and the baseline, each with its reason."""
    every = groups(scan.findings)
    home = tally.home(scan)
    parts = [(settled, title, settled_as(every, settled)) for settled, title in _ACCEPTED]
    if not any(found for _, _, found in parts):
        yield "<p>Nothing was waived, known beforehand or in a baseline.</p>"
    for settled, title, found in parts:
        if found:
            yield f"<h3>{title}: {tally.plural(len(found), 'cause')}</h3>"
            yield from (_entry(scan, group, home, settled) for group in found)


def untested(scan: Scan) -> str:
    """The section of what could not be tested, by reason."""
    found = gaps(scan)
    if not found:
        return "<p>Everything that was asked for was tested.</p>"
    home = tally.home(scan)
    return "".join(_gap(gap, home) for gap in found)


def _entry(scan: Scan, group: Group, home: str, kind: str) -> str:
    rule = tally.rule(scan, group.rule, group.severity)
    pack = group.rule.partition("/")[0]
    extent = f"{tally.plural(group.places, 'place')} on {tally.plural(group.pages, 'address', 'addresses')}"
    ways = fitting(rule.markup, (finding.majors for finding in group.findings))
    facts = terms(
        (
            ("Rule", f"{anchor(rule.help_url, group.rule)}: {escaped(rule.title)}"),
            ("Why it matters", escaped(rule.why)),
            ("How to mend it", escaped(rule.fix)),
            *((f"Expected markup {shown.version}".strip(), block(shown.html)) for shown in ways),
            ("Asked for by", standards(rule.standards)),
            ("Guidance", anchor(rule.help_url, rule.help_url) if rule.markup and rule.help_url else ""),
            ("Alike pages", escaped(tally.unlooked(tally.like_these(scan, group.rule, group.findings)))),
            ("Why it is not counted" if kind not in ("counts", "by-hand") else "Remark", escaped(group.reason)),
        )
    )
    level = escaped(group.severity)
    rank = min(severity_rank(group.severity), 4)
    return (
        f'<details class="entry" data-severity="{level}" data-pack="{escaped(pack)}" data-kind="{kind}">'
        f'<summary><h4><span class="severity rank-{rank}">{level}</span> {escaped(group.text or rule.title)}</h4>'
        f'<p>{escaped(group.rule)}, {extent}</p></summary><div class="body">{facts}{_places(group, home)}</div></details>'
    )


def _places(group: Group, home: str) -> str:
    rows = [
        (
            where(finding, home),
            line(finding),
            escaped(finding.text) if group.varied else "",
            code(finding.place.selector),
            code(finding.place.excerpt),
        )
        for finding in group.findings[:_PLACES]
    ]
    told = [column for column in range(len(_PLACES_HEADS)) if column == 0 or any(row[column] for row in rows)]
    heads = [_PLACES_HEADS[column] for column in told]
    said = table(f"Places: {group.places:,}", heads, ([row[column] for column in told] for row in rows))
    left = group.places - _PLACES
    return said + (f"<p>And {tally.plural(left, 'more place')}: see the JSON report.</p>" if left > 0 else "")


def _gap(gap: Gap, home: str) -> str:
    rules = f"{tally.plural(len(gap.unjudged), 'rule')} on " if gap.unjudged else ""
    extent = rules + tally.plural(len(gap.addresses), "address", "addresses")
    counts = " This decides the exit code." if gap.counts else ""
    listed = "".join(f"<li>{code(rule)}</li>" for rule in gap.rules)
    places = "".join(f"<li>{anchor(url, short(url, home))}</li>" for url in gap.addresses[:_PLACES])
    left = len(gap.addresses) - _PLACES
    more = f"<p>And {tally.plural(left, 'more address', 'more addresses')}: see the JSON report.</p>" if left > 0 else ""
    facts = terms((("Rules", f"<ul>{listed}</ul>" if listed else ""), ("Addresses", f"<ul>{places}</ul>{more}")))
    return (
        f'<details class="gap"><summary><h3>{escaped(gap.reason)}</h3><p>{extent}.{counts}</p></summary>'
        f'<div class="body">{facts}</div></details>'
    )


def _filters(shown: Sequence[Sequence[Group]]) -> str:
    offered = {(group.severity, group.rule.partition("/")[0]) for found in shown for group in found}
    severities = sorted({severity for severity, _ in offered}, key=severity_rank)
    packs = sorted({pack for _, pack in offered})
    kinds = [(kind, title) for kind, title, _, _ in _SECTIONS]
    return (
        '<form class="filters" id="filters" hidden><fieldset><legend>Show only</legend>'
        + _choice("severity", "Severity", [(word, word) for word in severities])
        + _choice("pack", "Pack of rules", [(word, word) for word in packs])
        + _choice("kind", "Outcome", kinds)
        + '<p><label for="filter-address">Address contains</label>'
        '<input id="filter-address" name="address" type="text" autocomplete="off" spellcheck="false"></p>'
        '<p><button type="reset">Show all</button></p></fieldset></form>'
        '<p id="shown" role="status"></p>'
    )


def _choice(name: str, label: str, options: list[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{escaped(value)}">{escaped(said)}</option>' for value, said in options)
    return (
        f'<p><label for="filter-{name}">{label}</label><select id="filter-{name}" name="{name}">'
        f'<option value="">all</option>{listed}</select></p>'
    )
