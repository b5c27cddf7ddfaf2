"""A rule: what is required, why, how to mend it, and how to tell."""

from __future__ import annotations

import hashlib
import re
import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..evidence.fact import Each, Evidence, Inapplicable, NotGathered
from ..model.chosen import ReadMapping
from ..model.markup import Markup
from ..model.verdict import Verdict

PROFILES = ("govuk-service", "govuk-content", "uk-public-sector", "any-government")
ROLES = ("page", "error", "document", "file", "redirect")
ACT_RULE = "https://www.w3.org/WAI/standards-guidelines/act/rules/{}/"
LONGEST_DATUM = 160
AFTER = "scan_findings"  # the fact that there is only once all other rules have judged


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """A finding that is there and is not the page's fault; `snippet` and `message` are searched for."""

    reason: str
    snippet: re.Pattern[str] | None = None
    message: re.Pattern[str] | None = None

    def explains(self, excerpt: str, text: str) -> bool:
        """Whether a finding with this excerpt and text is this issue."""
        fits_snippet = self.snippet is None or self.snippet.search(excerpt) is not None
        return fits_snippet and (self.message is None or self.message.search(text) is not None)


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement.

    `needs` and `optional` are the facts its check names, `lifted` those asked for
    of each page; `judges` the roles of what it looks at. `version` is the hash of
    all that its verdicts depend on. `tell` takes the facts by name and yields verdicts.
    `majors` is the fact that tells which versions a page may use, where `markup` is not the same for all.
    """

    id: str
    title: str
    severity: str
    why: str
    fix: str
    standards: tuple[str, ...]
    messages: dict[str, str]
    needs: tuple[str, ...]
    tell: Callable[..., Iterable[Verdict]]
    optional: tuple[str, ...] = ()
    lifted: tuple[str, ...] = ()
    profiles: tuple[str, ...] = PROFILES
    judges: tuple[str, ...] = ("page",)
    act: tuple[str, ...] = ()
    known_issues: tuple[KnownIssue, ...] = ()
    folder: Path | None = None
    version: str = ""
    help_url: str = ""
    markup: tuple[Markup, ...] = ()
    majors: str = ""
    kind: str = "check"
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    translations: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def pack(self) -> str:
        """The first part of the id."""
        return self.id.partition("/")[0]

    @property
    def of_site(self) -> bool:
        """Whether the rule runs once over all pages."""
        return bool(self.lifted)

    @property
    def is_after(self) -> bool:
        """Whether the rule judges what the other rules found; of what such rules find it is told nothing."""
        return AFTER in self.needs

    def judge(self, evidence: Evidence, pages: dict[str, Evidence] | None = None) -> list[Verdict]:
        """All verdicts on this evidence; raises NotGathered or Inapplicable if a needed fact is not there."""
        given: dict[str, Any] = {}
        for name in self.needs:
            given[name] = lift(name, pages or {}) if name in self.lifted else evidence.get(name)
        for name in self.optional:
            try:
                given[name] = evidence.get(name)
            except (NotGathered, Inapplicable):
                continue
        return list(self.tell(**given))

    def known_reason(self, excerpt: str, text: str) -> str:
        """The reason why such a finding is a known issue; empty if it is none."""
        return next((k.reason for k in self.known_issues if k.explains(excerpt, text)), "")


def lift(name: str, pages: dict[str, Evidence]) -> Each[Any]:
    """A fact of each page that has it; the addresses whose evidence is missing are `unseen`."""
    seen, unseen = {}, []
    for url, evidence in pages.items():
        try:
            evidence.get(name)
        except Inapplicable:
            continue
        except NotGathered:
            unseen.append(url)
        else:
            seen[url] = evidence
    return Each(ReadMapping(seen, lambda evidence: evidence.get(name)), unseen)


def say(rule: Rule, verdict: Verdict) -> str:
    """The text of a verdict; raises KeyError for a message or a placeholder that is not there."""
    data = {key: _short(value) for key, value in verdict.data.items()}
    return string.Formatter().vformat(rule.messages[verdict.key], (), data)


def placeholders(message: str) -> set[str]:
    """The names in braces of a message."""
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


def version_of(folder: Path, *others: Path) -> str:
    """The hash of a rule's folder and of the pack's own Python files: 16 hex digits."""
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("rule*.yaml"), *folder.glob("*.py"), *others]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _short(value: Any) -> str:
    text = re.sub(r"\s+", " ", str(value)).strip()
    return text if len(text) <= LONGEST_DATUM else text[: LONGEST_DATUM - 1] + "…"
