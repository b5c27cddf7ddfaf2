"""What has to be gathered: worked out from the facts that the rules name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..evidence.fact import Fact, closure
from ..rulebook.rule import Rule

# Named by the engine itself: to say which profile applies and to list the pages.
ALWAYS_LIFTED = ("profile_signs", "title")


@dataclass(frozen=True, slots=True)
class Plan:
    """`probes` are the browser's facts wanted of each page; `asks` are paths to fetch once a site, by fact.

    `lifted` are the facts that site rules want of each page; `documents` says whether linked ones are opened.
    """

    probes: tuple[str, ...]
    asks: dict[str, str]
    lifted: tuple[str, ...]
    documents: bool


def make(rules: Iterable[Rule], facts: Mapping[str, Fact]) -> Plan:
    """The plan for these rules."""
    rules = list(rules)
    named = closure((name for rule in rules for name in rule.needs), facts)
    return Plan(
        probes=tuple(sorted(name for name in named if facts[name].by == "browser")),
        asks={name: facts[name].asks for name in sorted(named) if facts[name].asks},
        lifted=tuple(sorted({*ALWAYS_LIFTED, *(name for rule in rules for name in rule.lifted)})),
        documents=any("document" in rule.judges for rule in rules),
    )
