"""Alike pages: those of one structure, which of them are examined in a browser, and what is said of the others."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from ..evidence.fact import NotGathered
from ..evidence.gathering import PAGE
from ..model.finding import Alike, Finding
from ..model.url import origin
from ..rulebook.rule import Rule
from .engine import noted
from .kept import Kept
from .visit import NOT_SHOWN, Judged

LEAST, SHARE = 3, 20  # of each group so many pages, and one in so many of the rest


def groups(judged: Sequence[Judged]) -> dict[str, list[int]]:
    """The places of the pages in `judged` by the name of their group: same site, same structure.

    A page whose structure is not known is a group of its own.
    """
    found: dict[str, list[int]] = {}
    for place, answer in enumerate(judged):
        if answer.role == PAGE:
            found.setdefault(_name(answer), []).append(place)
    return found


def chosen(judged: Sequence[Judged]) -> list[int]:
    """The places of the pages that stand for their group, in the order of the addresses.

    Which ones hangs on the addresses alone: those whose path and query have the lowest SHA-256.
    """
    taken = [place for places in groups(judged).values() for place in _picked(judged, places)]
    return sorted(taken, key=lambda place: _address(judged[place]))


def told(judged: Kept, interrupted: bool) -> tuple[Alike, ...]:
    """The groups for the report; the answers are told theirs, and what is to be said of pages that were left out.

    What was to be shown and was not, as after an interruption, stays Untested and counts.
    """
    found = []
    for name, places in groups(judged).items():
        shown = [place for place in places if _is_examined(judged[place])]
        left = [place for place in places if not _is_examined(judged[place])]
        found.append(Alike(name, tuple(_addresses(judged, shown)), tuple(_addresses(judged, left))))
        kept_out = set() if interrupted else set(places) - set(_picked(judged, places))
        for place in places:
            answer = replace(judged[place], group=name)
            judged[place] = _left_out(answer, len(shown), len(places)) if place in kept_out else answer
    return tuple(sorted(found, key=lambda group: min(group.examined + group.others)))


def unseen(rules: Iterable[Rule], answers: Iterable[Judged], site: str) -> list[Finding]:
    """What is to be told of rules over a whole site that name a fact of the browser: how much of the site they saw."""
    rules = list(rules)
    names = {name for rule in rules for name in rule.lifted}
    looked, unseen_by = Counter[str](), Counter[str]()
    for answer in answers:
        left = {name for name in names if answer.group and _is_left_out(answer.lifted.get(name))}
        looking = [rule for rule in rules if answer.role in rule.judges]
        looked.update(rule.id for rule in looking)
        unseen_by.update(rule.id for rule in looking if not left.isdisjoint(rule.lifted))
    return [
        noted("not-sampled", site, f"{rule} saw {looked[rule] - left} of {looked[rule]} pages: the others were not examined in a browser (--sample alike).")
        for rule, left in unseen_by.items()
    ]


def _is_left_out(fact: object) -> bool:
    return isinstance(fact, NotGathered) and str(fact).startswith(NOT_SHOWN)


def _name(answer: Judged) -> str:
    structure = answer.lifted.get("structure")
    likeness = f"{origin(_address(answer))} {structure}" if isinstance(structure, str) else _address(answer)
    return _hash(likeness)[:10]


def _picked(judged: Sequence[Judged], places: list[int]) -> list[int]:
    number = LEAST + max(0, len(places) - LEAST) // SHARE
    return sorted(places, key=lambda place: (_rank(_address(judged[place])), _address(judged[place])))[:number]


def _rank(url: str) -> str:
    parts = urlsplit(url)
    return _hash(parts.path + ("?" + parts.query if parts.query else ""))


def _is_examined(answer: Judged) -> bool:
    return not set(answer.snapshot.job.wanted).isdisjoint(answer.browser)


def _left_out(answer: Judged, shown: int, total: int) -> Judged:
    """The page as one that others stand for; its findings are those of the rules that need no browser."""
    note = f"Judged in the browser by sample: see the {shown} of {total} pages of group {answer.group} that were examined there."
    findings = tuple(_noted(finding, answer.group, shown, total) for finding in answer.findings)
    return replace(answer, findings=findings, sampled=note)


def _noted(finding: Finding, group: str, shown: int, total: int) -> Finding:
    if finding.rule != "engine/not-gathered" or not finding.text.startswith(NOT_SHOWN):
        return finding
    text = f"Not in the sample: {shown} of {total} alike pages (group {group}) were examined in a browser.{finding.text.removeprefix(NOT_SHOWN)}"
    return noted("not-sampled", finding.url, text)


def _addresses(judged: Sequence[Judged], places: list[int]) -> list[str]:
    return sorted(_address(judged[place]) for place in places)


def _address(answer: Judged) -> str:
    exchange = answer.snapshot.exchange
    return exchange.url if exchange else answer.snapshot.job.url


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
