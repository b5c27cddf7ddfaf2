"""What has to be gathered: worked out from the facts that the rules name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..evidence.fact import Fact, closure
from ..evidence.gathering import FILE
from ..rulebook.rule import Rule

# Named by the engine itself: to say which profile applies and to list the pages.
ALWAYS_LIFTED = ("profile_signs", "title")


@dataclass(frozen=True, slots=True)
class Plan:
    """`probes` are the browser's facts wanted of each page; `asks` are paths to fetch once a site, by fact.

    `lifted` are the facts that site rules want of each page; `documents` says whether linked ones are opened, `files` whether one of each
    kind of file that pages name is.
    With `sampled`, only some of the pages that are alike are shown in a browser, once all of them are known.
    """

    probes: tuple[str, ...]
    asks: dict[str, str]
    lifted: tuple[str, ...]
    documents: bool
    files: bool = False
    sampled: bool = False

    @property
    def at_first(self) -> tuple[str, ...]:
        """The browser's facts wanted of a page when it is visited first."""
        return () if self.sampled else self.probes


def make(rules: Iterable[Rule], facts: Mapping[str, Fact], sampled: bool = False) -> Plan:
    """The plan for these rules; `sampled` asks for a sample of the pages that are alike, where a browser is needed."""
    rules = list(rules)
    named = closure((name for rule in rules for name in (*rule.needs, *rule.judges)), facts)
    probes = tuple(sorted(name for name in named if facts[name].by == "browser"))
    sampled = sampled and bool(probes)
    always = (*ALWAYS_LIFTED, "structure") if sampled else ALWAYS_LIFTED
    return Plan(
        probes=probes, sampled=sampled,
        asks={name: facts[name].asks for name in sorted(named) if facts[name].asks},
        lifted=tuple(sorted({*always, *(name for rule in rules for name in rule.lifted)})),
        documents=any("document" in rule.judges for rule in rules),
        files=any(FILE in rule.judges for rule in rules),
    )  # fmt: skip
