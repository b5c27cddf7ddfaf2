"""What a tool found, brought to one form: for each page how often each rule of axe-core was broken, and where."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tools.bench_loops import flat, pairs
from tools.bench_sites import Place

ADDRESS = re.compile(r"https?://[^\s)\"']+")
REASON_CHARACTERS = 160
ALWAYS_JUDGED, UNTESTED = "axe/document-title", "untested"


@dataclass(frozen=True, slots=True)
class Found:
    """The pages that were judged, by path, each with its (rule, target) pairs; a page that is not there was lost.

    `why` are the reasons that the tool gave for pages that it lost, each once. `comparable` tells whether the targets are axe-core's own, so that they can be compared one by one.
    """

    pages: Mapping[str, tuple[tuple[str, str], ...]]
    comparable: bool = True
    why: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """All places of all pages."""
        return sum(map(len, self.pages.values()))


@dataclass(frozen=True, slots=True)
class Difference:
    """How often a rule was found more (or less, below 0) than by the one that is compared with, on how many pages."""

    rule: str
    places: int
    pages: int


def of_loop(place: Place) -> Found:
    """What tools/bench_loops.py wrote."""
    told = _read(place)
    return _found(((url, found) for url, found in told.items() if isinstance(found, list)), why=[found for found in told.values() if isinstance(found, str)])


def of_axe_cli(place: Place) -> Found:
    """axe-core's own results, a page each; with a single page it writes that alone."""
    told = _read(place)
    return _found((page["url"], pairs(page)) for page in (told if isinstance(told, list) else [told]))


def of_pa11y(place: Place) -> Found:
    """pa11y's issues without those that only want to be looked at; a page with an error for its result was lost."""
    pages, why = {}, []
    for url, issues in _read(place)["results"].items():
        if errors := [issue["message"] for issue in issues if "code" not in issue]:
            why += errors
            continue
        sure = [issue for issue in issues if not issue["runnerExtras"]["needsFurtherReview"]]
        pages[url] = [(issue["code"], issue["selector"]) for issue in sure]
    return _found(pages.items(), False, why)


def of_govlint(place: Place) -> Found:
    """The failures by rules of axe-core, those of known issues too; a page whose title axe-core did not judge was lost."""
    told = _read(place)
    pages: dict[str, list[tuple[str, str]]] = {
        visit["url"]: [] for visit in told["visits"] if visit["outcomes"].get(ALWAYS_JUDGED, UNTESTED) != UNTESTED
    }
    why = [finding["text"] for finding in told["findings"] if finding["rule"].startswith("engine/") and finding["url"] not in pages]
    for finding in told["findings"]:
        pack, _, rule = finding["rule"].partition("/")
        if pack == "axe" and finding["outcome"] == "failed" and finding["url"] in pages:
            pages[finding["url"]].append((rule, finding["place"]["selector"] or ""))
    return _found(pages.items(), why=why)


def differences(found: Found, expected: Found) -> list[Difference]:
    """By rule, over the pages that both judged. Places where both can be compared one by one, else their number a page."""
    exact = found.comparable and expected.comparable
    places: Counter[str] = Counter()
    pages: Counter[str] = Counter()
    for path in found.pages.keys() & expected.pages.keys():
        ours, theirs = (Counter(one.pages[path] if exact else [rule for rule, _ in one.pages[path]]) for one in (found, expected))
        changed: Counter[str] = Counter()
        for sign, more in ((1, ours - theirs), (-1, theirs - ours)):
            for key, number in more.items():
                changed[f"{sign:+d} {key[0] if exact else key}"] += number
        for key, number in changed.items():
            places[key] += number
            pages[key] += 1
    return [Difference(key[3:], int(key[:2]) * places[key], pages[key]) for key in sorted(places, key=lambda key: (key[3:], key[:2]))]


def _found(pages: Iterable[tuple[str, Iterable[Iterable[str]]]], comparable: bool = True, why: Iterable[str] = ()) -> Found:
    by_path = {urlsplit(url).path: tuple(sorted((rule, flat(target)) for rule, target in found)) for url, found in pages}
    return Found(by_path, comparable, tuple(sorted({_reason(text) for text in why})))


def _reason(text: str) -> str:
    """The first line of a message, without addresses, so that one reason is told once."""
    line = text.strip().splitlines()[0] if text.strip() else "no reason given"
    return ADDRESS.sub("an address", line)[:REASON_CHARACTERS].replace("|", "/")


def _read(place: Place) -> Any:
    return json.loads(place.out.read_text("utf-8"))
