"""A short summary for a job page ($GITHUB_STEP_SUMMARY): the verdict, the worst causes, what was not tested."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.finding import BASELINE, COUNTS, KNOWN, NOTED, WAIVED, Scan
from ..model.verdict import CANT_TELL, FAILED
from . import tally
from .clean import clean, clip, short
from .grouping import Group, address, gaps, groups, selected, settled_as

TOP = 20
_TEXT = 300  # characters of a text that are shown; 20 rows of it stay far below the 1 MiB of a job summary
_STEADY = re.compile(r"[A-Za-z0-9 \u0080-\U0010ffff]")


def report(scan: Scan) -> bytes:
    """GitHub Flavored Markdown; nothing in it that comes from a page has a meaning in Markdown or HTML."""
    every = groups(scan.findings)
    failing = selected(every, FAILED, COUNTS)
    home = tally.home(scan)
    lines = [f"## govlint: {plain(scan.verdict) or 'no verdict'}", "", *_numbers(scan), "", *_severities(failing)]
    lines += _top(scan, failing, home)
    lines += _by_hand(selected(every, CANT_TELL, COUNTS, NOTED), home)
    lines += _untested(scan, home)
    lines += _accepted(every)
    lines += _sample(scan)
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def plain(text: str) -> str:
    """Text that Markdown and HTML leave as it is: what could have a meaning is written as an entity."""
    said = clip(clean(text), _TEXT)
    return "".join(_entity(said, index) for index in range(len(said)))


def code(text: str) -> str:
    """The same in a code element; a code span of Markdown could be closed from within."""
    return f"<code>{plain(text)}</code>"


def _entity(text: str, index: int) -> str:
    letter = text[index]
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if _STEADY.match(letter) or letter in ",;'?/%\"":
        return letter
    if letter in ".:" and before.isalpha() and after in ("", " "):
        return letter
    if letter == "." and before.isdigit() and after.isdigit():
        return letter
    if letter == "-" and before.isalnum() and after.isalnum():
        return letter
    return f"&#{ord(letter)};"


def _numbers(scan: Scan) -> list[str]:
    roles = tally.judged(scan)
    said = [
        f"{tally.plural(roles.get('page', 0), 'page')} judged",
        tally.plural(roles.get("document", 0), "document"),
        tally.plural(len(scan.rules), "rule"),
    ]
    length = tally.seconds(scan)
    if length is not None:
        said.append(f"{length:.1f} seconds")
    version = plain(scan.tools.get("govlint", ""))
    return [f"{', '.join(said)}. Exit code {int(scan.exit_code)}. Profile {plain(scan.profile)}. govlint {version}".strip()]


def _severities(failing: Sequence[Group]) -> list[str]:
    if not failing:
        return ["No findings count."]
    rows = [
        f"| {plain(severity)} | {sum(1 for group in failing if group.severity == severity)} | {number} |"
        for severity, number in tally.severities(finding for group in failing for finding in group.findings).items()
    ]
    return ["| Severity | Causes | Places |", "| --- | ---: | ---: |", *rows]


def _top(scan: Scan, failing: Sequence[Group], home: str) -> list[str]:
    if not failing:
        return []
    lines = ["", "### What to mend", "", "| Severity | What is wrong | Where | Rule |", "| --- | --- | --- | --- |"]
    for group in failing[:TOP]:
        place = group.findings[0].place
        where = short(address(group.findings[0]), home) + (f":{place.line}" if place.line else "")
        more = f" and {tally.plural(group.places - 1, 'more place')}" if group.places > 1 else ""
        what = plain(group.text or tally.rule(scan, group.rule).title)
        if unlooked := tally.unlooked(tally.like_these(scan, group.rule, group.findings)):
            more += f"; {unlooked}"
        lines.append(f"| {plain(group.severity)} | {what} | {code(where)}{more} | {code(group.rule)} |")
    if len(failing) > TOP:
        lines += ["", f"And {tally.plural(len(failing) - TOP, 'more cause')}: see the whole report."]
    return lines


def _by_hand(found: Sequence[Group], home: str) -> list[str]:
    if not found:
        return []
    lines = ["", "### Look at these by hand", ""]
    for group in found[:TOP]:
        where = code(short(address(group.findings[0]), home))
        lines.append(f"- {where} {plain(group.text)} ({tally.plural(group.places, 'place')}, {code(group.rule)})")
    return lines + _left(len(found), "question")


def _untested(scan: Scan, home: str) -> list[str]:
    found = gaps(scan)
    if not found:
        return []
    lines = ["", "### What could not be tested", ""]
    for gap in found[:TOP]:
        rules = f"{tally.plural(len(gap.unjudged), 'rule')} on " if gap.unjudged else ""
        extent = tally.plural(len(gap.addresses), "address", "addresses")
        lines.append(f"- {plain(gap.reason)} ({rules}{extent}, as {code(short(gap.addresses[0], home))})")
    return lines + _left(len(found), "reason")


def _accepted(every: Sequence[Group]) -> list[str]:
    words = {KNOWN: "known to the rules", WAIVED: "waived", BASELINE: "in the baseline"}
    counted = {settled: sum(group.places for group in settled_as(every, settled)) for settled in words}
    said = [f"{number} {words[settled]}" for settled, number in counted.items() if number]
    return ["", f"Not counted: {', '.join(said)}."] if said else []


def _sample(scan: Scan) -> list[str]:
    said = tally.sample(scan)
    return ["", f"{plain(said)}. The JSON and HTML reports list which."] if said else []


def _left(number: int, noun: str) -> list[str]:
    return ["", f"And {tally.plural(number - TOP, 'more ' + noun)}: see the whole report."] if number > TOP else []
