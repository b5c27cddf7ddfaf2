"""What a scan found, ready to be reported: findings, visits, and the scan that holds them."""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from .chosen import Chosen
from .markup import Markup
from .verdict import Place

# What became of a finding when it was settled (scan/policy.py).
COUNTS = "counts"  # decides the exit code
NOTED = "noted"  # below the threshold, or not a failure
KNOWN = "known"  # a known issue of the rule itself, with its reason
WAIVED = "waived"  # accepted in the configuration, with its reason
BASELINE = "baseline"  # stood in the baseline scan already


@dataclass(frozen=True, slots=True)
class Standard:
    """A demand by somebody else that a rule stands on."""

    id: str
    title: str
    url: str
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class RuleSummary:
    """What a report says of a rule; `needs` are the gathered facts it stands on."""

    id: str
    title: str
    severity: str
    why: str = ""
    fix: str = ""
    standards: tuple[Standard, ...] = ()
    act: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    help_url: str = ""
    version: str = ""
    markup: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict that somebody has to read, with all that is needed to act on it.

    `outcome` is failed, cantTell or untested. `text` says what is wrong and what
    to do. `fingerprint` is the same in the next run on the same or another host;
    `cause` is the same for all places that one mend would mend. `majors` are the major versions of the rule's design system
    that the page may use, where it tells and the rule shows other markup for other versions.
    """

    rule: str
    outcome: str
    severity: str
    url: str
    place: Place
    key: str
    text: str
    vantage: str = "desktop"
    settled: str = COUNTS
    reason: str = ""
    fingerprint: str = ""
    cause: str = ""
    majors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """One address that the scan went to, or wanted to and could not.

    `outcome` is judged, redirected, skipped or unreached; `reason` says why it is
    not judged, or why it was judged by evidence of an earlier scan: then `evidence_at`
    is the time of that. `remembered` has the time at which each probe was asked whose answer
    to the same page was remembered; `not_remembered` says why later scans cannot do so. `seconds` is the wall time of the visit. `outcomes` has one word
    for each rule that was run on it, `browser` names what a browser was asked about it, and `group` the alike pages
    that it belongs to, where only some of them were shown to one.
    """

    url: str
    role: str = "page"
    status: int | None = None
    media_type: str = ""
    outcome: str = "judged"
    reason: str = ""
    found_on: str | None = None
    seconds: float = 0.0
    title: str = ""
    outcomes: Mapping[str, str] = field(default_factory=dict)
    evidence_at: str = ""
    remembered: dict[str, str] = field(default_factory=dict)
    not_remembered: str = ""
    browser: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """Pages of one structure: the addresses that were examined in a browser, and those that these stand for."""

    group: str
    examined: tuple[str, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything a report may say. Times are ISO 8601 in UTC. Findings and visits of a run are read from files, each time anew."""

    targets: tuple[str, ...]
    options: dict[str, object]
    profile: str
    profile_reason: str
    started: str
    ended: str
    tools: dict[str, str]
    rules: dict[str, RuleSummary]
    findings: Sequence[Finding]
    visits: Sequence[Visit]
    exit_code: int = 0
    alike: tuple[Alike, ...] = ()  # only where a sample was asked for
    verdict: str = ""  # one sentence that says why the exit code is what it is

    @property
    def counting(self) -> Sequence[Finding]:
        """The findings that decide the exit code."""
        return Chosen(self.findings, array("L", (place for place, f in enumerate(self.findings) if f.settled == COUNTS)))


def fingerprint(rule: str, url: str, place: Place, key: str) -> str:
    """A name for a finding that outlives a run, a host and a shifted line: 16 hex digits."""
    parts = urlsplit(url)
    where = parts.path + ("?" + parts.query if parts.query else "")
    return _digest(rule, where, place.selector, shape(place.excerpt), key)


def cause(rule: str, outcome: str, text: str, excerpt: str) -> str:
    """A name for what one mend would mend: the same words on the same kind of start tag. 16 hex digits."""
    return _digest(rule, outcome, shape(text), shape(excerpt.partition(">")[0]))


def shape(excerpt: str) -> str:
    """An excerpt with what differs from page to page left out: numbers, tokens, white space."""
    text = re.sub(r"[0-9a-fA-F-]{16,}|[A-Za-z0-9+/_-]{24,}={0,2}|\d+", "#", excerpt)
    return re.sub(r"\s+", " ", text).strip()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
