"""SARIF 2.1.0, for code scanning.

An address is not a file of the repository, and code scanning takes relative paths only. So the path of an
address stands for it: `https://host/apply/name?errors=1` becomes `apply/name%3Ferrors=1`, an address that
ends with a slash gets `index.html`, and an address of another origin than most begins with its host. The
whole address is in `properties.url`. Where govlint itself served a folder, the path begins with the folder's, so that it is the file. A finding without a line is put at line 1, because code scanning shows
nothing without a line; `properties.wholeResource` tells the two apart.

What could not be tested is a notification of the invocation, not a result: nobody has looked at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import quote, unquote, urlsplit

from ..model.chosen import matching
from ..model.finding import BASELINE, COUNTS, KNOWN, WAIVED, Finding, RuleSummary, Scan
from ..model.markup import Markup, fitting
from ..model.verdict import CANT_TELL, UNTESTED
from . import tally
from .clean import clean, link, origin
from .grouping import Group, address, groups
from .notifications import cut, gap_notifications, instant
from .pieces import written

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LIMIT = 25_000  # results of a run; GitHub refuses a file with more and shows the first 5,000
_TAGS = 10  # of a rule; GitHub shows no more
_LEVELS = {"critical": "error", "serious": "error", "moderate": "warning", "minor": "note"}


def report(scan: Scan) -> bytes:
    """One run. ASCII, so that no terminal can be steered by it."""
    return b"".join(pieces(scan))


def pieces(scan: Scan) -> Iterator[bytes]:
    """The report as it is written."""
    found = matching(groups(scan.findings), lambda group: group.outcome != UNTESTED)
    rules = _used(scan)
    places = {rule.id: index for index, rule in enumerate(rules)}
    home = Home(tally.home(scan), _served_folder(scan))
    compared = any(finding.settled == BASELINE for finding in scan.findings)
    results = (_result(finding, group, places[finding.rule], home, compared) for group in found for finding in group.findings)
    run = {
        "tool": {"driver": _driver(scan, rules)},
        "invocations": [_invocation(scan, places, home, sum(group.places for group in found))],
        "columnKind": "unicodeCodePoints",
        "results": islice(results, LIMIT),
        "properties": {"profile": scan.profile, "targets": list(scan.targets), "tools": scan.tools},
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": iter([run])})


@dataclass(frozen=True, slots=True)
class Home:
    """The origin of most findings and, where it served a folder, the path of that folder."""

    origin: str
    folder: str = ""


def artifact(url: str, home: Home) -> str:
    """The relative path that stands for an address (see the top of this module)."""
    whole = clean(url)
    try:
        parts = urlsplit(whole)
    except ValueError:
        return quote(whole, safe="") or "index.html"
    steps = [unquote(step, errors="replace") for step in parts.path.split("/")]
    path = "/".join(quote(step, safe="!$&'()*+,;=@") for step in steps if step not in ("", ".", ".."))
    if not path or parts.path.endswith("/"):
        path = f"{path}/index.html".lstrip("/")
    if parts.query:
        path += quote("?" + parts.query, safe="=&")
    host = parts.netloc or parts.scheme
    if origin(whole) == home.origin:
        return f"{home.folder}/{path}" if home.folder else path
    return f"{quote(host, safe='')}/{path}".lstrip("/")


def message(text: str) -> str:
    """Text for a message; SARIF reads links from square brackets, so these are escaped."""
    return clean(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _served_folder(scan: Scan) -> str:
    folder, origin = tally.subject(scan), tally.home(scan)
    return quote(folder.strip("/"), safe="/") if folder != origin and not folder.startswith(("/", "..")) else ""


def _used(scan: Scan) -> list[RuleSummary]:
    """Every rule that a result can name, also one that the scan does not describe; its markup is that which fits its findings."""
    severities = {finding.rule: finding.severity for finding in scan.findings}
    majors: dict[str, set[tuple[int, ...]]] = {}
    for finding in scan.findings:
        majors.setdefault(finding.rule, set()).add(finding.majors)
    named = sorted(set(scan.rules) | set(severities))
    rules = [tally.rule(scan, identity, severities.get(identity, "")) for identity in named]
    return [replace(rule, markup=fitting(rule.markup, majors.get(rule.id, ()))) for rule in rules]


def _driver(scan: Scan, rules: list[RuleSummary]) -> dict[str, object]:
    driver: dict[str, object] = {"name": "govlint", "rules": [_descriptor(rule) for rule in rules]}
    version = scan.tools.get("govlint", "")
    return driver | ({"version": version, "semanticVersion": version} if version else {})


def _descriptor(rule: RuleSummary) -> dict[str, object]:
    pack, _, name = rule.id.partition("/")
    told = [clean(part) for part in (rule.why, rule.fix) if part]
    standards = [(clean(standard.title), clean(standard.id), link(standard.url)) for standard in rule.standards]
    text = "\n\n".join([*told, *(f"Asked for by {title} ({identity})." for title, identity, _ in standards)])
    markdown = [_markdown(part) for part in told]
    shown = [(_versions(one), "\n".join(clean(line) for line in one.html.split("\n"))) for one in rule.markup]
    text = "\n\n".join([text, *(f"{said}\n{lines}" for said, lines in shown)]).strip()
    markdown += [f"{_markdown(said)}\n\n{_fenced(lines)}" for said, lines in shown]
    markdown += [f"- Asked for by {_asked(title, identity, url)}" for title, identity, url in standards]
    descriptor: dict[str, object] = {
        "id": rule.id,
        "name": (name or pack).replace("-", " ").title().replace(" ", ""),
        "shortDescription": {"text": message(rule.title) or rule.id},
        "fullDescription": {"text": message(rule.why or rule.title) or rule.id},
        "help": {"text": text or clean(rule.title) or rule.id, "markdown": "\n\n".join(markdown) or _markdown(rule.title)},
        "defaultConfiguration": {"level": _LEVELS.get(rule.severity, "warning")},
        "properties": {
            "tags": list(dict.fromkeys([pack, *(identity for _, identity, _ in standards), *rule.act]))[:_TAGS],
            "severity": rule.severity,
            "version": rule.version,
        },
    }
    url = link(rule.help_url) or next((url for _, _, url in standards if url), "")
    return descriptor | ({"helpUri": quote(url, safe=":/?#[]@!$&'()*+,;=%")} if url else {})


def _versions(markup: Markup) -> str:
    return f"Expected markup, {clean(markup.version)}:" if markup.version else "Expected markup:"


def _fenced(lines: str) -> str:
    """Lines as a block of code, behind more backticks than they have themselves."""
    ticks = "`" * (1 + max([2, *(len(run) for run in re.findall("`+", lines))]))
    return f"{ticks}html\n{lines}\n{ticks}"


def _asked(title: str, identity: str, url: str) -> str:
    said = _markdown(f"{title} ({identity})")
    return f"[{said}](<{quote(url, safe=':/?#@!$&*+,;=%')}>)" if url else said


def _markdown(text: str) -> str:
    return "".join("\\" + letter if letter in "\\`*_[]<>#|" else letter for letter in clean(text))


def _result(finding: Finding, group: Group, index: int, home: Home, compared: bool) -> dict[str, object]:
    by_hand = finding.outcome == CANT_TELL
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "kind": "review" if by_hand else "fail",
        "level": "none" if by_hand else _LEVELS.get(finding.severity, "warning"),
        "message": {"text": message(finding.text) or finding.rule},
        "locations": [_location(finding, home)],
        "partialFingerprints": {"govlint/v1": finding.fingerprint, "govlintCause/v1": group.cause},
        "properties": {
            "url": address(finding),
            "judged": finding.url,
            "vantage": finding.vantage,
            "settled": finding.settled,
            "severity": finding.severity,
            "wholeResource": finding.place.line is None,
        },
    }
    if finding.settled in (KNOWN, WAIVED):
        suppression = {"kind": "external", "status": "accepted"}
        result["suppressions"] = [suppression | ({"justification": finding.reason} if finding.reason else {})]
    if compared:
        result["baselineState"] = "unchanged" if finding.settled == BASELINE else "new"
    return result


def _location(finding: Finding, home: Home) -> dict[str, object]:
    place = finding.place
    region: dict[str, object] = {"startLine": max(place.line or 1, 1)}
    if place.line and place.column:
        region["startColumn"] = max(place.column, 1)
    if place.line and place.excerpt:
        region["snippet"] = {"text": clean(place.excerpt)}
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": artifact(address(finding), home)}, "region": region}
    }
    if place.selector:
        location["logicalLocations"] = [{"fullyQualifiedName": clean(place.selector), "kind": "element"}]
    return location


def _invocation(scan: Scan, places: dict[str, int], home: Home, results: int) -> dict[str, object]:
    notifications = gap_notifications(scan, places, lambda url: artifact(url, home))
    if results > LIMIT:
        notifications.insert(0, cut(results, LIMIT))
    invocation: dict[str, object] = {
        "executionSuccessful": not any(f.settled == COUNTS and f.outcome == UNTESTED for f in scan.findings),
        "exitCode": scan.exit_code,
        "toolExecutionNotifications": notifications,
        "properties": {"options": scan.options},
    }
    if scan.verdict:
        invocation["exitCodeDescription"] = clean(scan.verdict)
    for name, time in (("startTimeUtc", scan.started), ("endTimeUtc", scan.ended)):
        if instant(time):
            invocation[name] = instant(time)
    return invocation
