"""Scans of pages that try to lead the reader of the report astray."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies

from govlint.model.finding import KNOWN, NOTED, Alike, RuleSummary, Scan, Standard, Visit
from govlint.model.markup import Markup
from govlint.model.verdict import Place

from .sample import HOME, finding, scan

ATTACKS = (
    "\x1b[2J\x1b]8;;https://evil.example\x07here\x1b]8;;\x07",
    "\x9b31m\x90\x9c",
    "line\rover\nwritten\x08\x7f\u2028\u2029\x85",
    "\u202etxt.exe\u2066",
    "</script><script>alert(1)</script>",
    "</style></title></textarea><!--",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg/onload=alert(1)>&lt;b&gt;&#60;",
    "=cmd()|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "| --- | cell |",
    "`code` ``` ~~~ **bold** __it__ ~~no~~",
    "[link](javascript:alert(1)) ![image](https://evil.example/x.png) [a]: x",
    "# heading\n\n- list\n1. item\n> quote\n---\n===",
    "https://evil.example www.evil.example me@evil.example @team #1 :tada: $x$",
    "<details><summary>&colon;javascript",
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "\ud800 \udfff \x00 \ufffe \uffff",
    "{0} {url} %s %(x)s \\u001b \\x1b",
    "../../etc/passwd?a=b#c",
    "%2e%2e/%00/%ff",
)
# Every code point, halves of surrogate pairs too: a decoder that is told to be lenient lets them through.
ANYTHING = strategies.text(strategies.characters(exclude_categories=()), max_size=30)
TEXTS = strategies.lists(strategies.sampled_from(ATTACKS) | ANYTHING, min_size=1, max_size=3).map("".join)


def poisoned(text: str, before: str = "x") -> Scan:
    """A scan in which everything that a page, a server or a pack of rules can say is `text`.

    Rules, outcomes, causes and numbers are the same for every text, so that reports of two texts
    must have the same structure. `before` stands before it, so that it is never nothing.
    """
    said = before + text
    place = Place(selector=said, line=3, column=4, excerpt=said)
    url = f"{HOME}/{said}"
    standard = Standard("a/1", said, "javascript:" + text, said)
    rules = {
        identity: RuleSummary(identity, said, said, said, said, (standard,), ("afw4f7",), help_url=said, markup=(Markup(said.replace("\n", " "), said),))
        for identity in ("a/failed", "b/noted", "c/by-hand", "d/untested", "e/known")
    }
    findings = (
        finding("a/failed", said, url, place=place, severity=said, vantage=said),
        finding("a/failed", said, url + "/2", place=replace(place, url=said), severity=said, vantage=said),
        finding("b/noted", said, url, place=place, settled=NOTED, reason=said, severity=said, vantage=said),
        finding("c/by-hand", said, url, place=place, outcome="cantTell", settled=NOTED, severity=said, vantage=said),
        finding("d/untested", said, url, outcome="untested", severity=said, vantage=said),
        finding("d/untested", said, url + "/2", outcome="untested", severity=said, vantage=said),
        finding("d/untested", said, url + "/3", outcome="untested", severity=said, vantage=said),
        finding("e/known", said, url, place=place, settled=KNOWN, reason=said, severity=said, vantage=said),
    )
    return scan(
        tuple(replace(one, cause=one.rule, fingerprint=f"{number:016x}") for number, one in enumerate(findings)),
        targets=(said,),
        options={"include": [said], "skip": said},
        profile_reason=said,
        verdict=said,
        rules=rules,
        visits=(
            Visit(url, status=200, media_type=said, title=said, found_on=said, outcomes={"a/failed": "failed"}, browser=("axe",), group=said),
            Visit(url + "/4", status=200, reason=said, outcomes={"a/failed": "untested"}, group=said),
            Visit(url + "/2", outcome="unreached", reason=said + " (never)"),
        ),
        alike=(Alike(said, (url,), (url + "/4",)),),
    )
