"""A rule as a page of text, and the list of rules."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from .rulebook.packs import Rulebook
from .rulebook.rule import PROFILES, Rule

WIDTH = 78


def rule_list(rules: Iterable[Rule]) -> str:
    """One line a rule: id, severity, title."""
    rules = sorted(rules, key=lambda rule: rule.id)
    wide = max((len(rule.id) for rule in rules), default=0)
    return "\n".join(f"{rule.id:<{wide}}  {rule.severity:<8}  {rule.title}" for rule in rules)


def rule_page(rule: Rule, book: Rulebook) -> str:
    """Title, why, how to mend, severity, standards, facts, messages."""
    standards = [f"{book.standards[name].title}\n  {book.standards[name].url}" for name in rule.standards]
    parts = [
        f"{rule.id}  ({rule.severity})\n{rule.title}",
        "Why\n" + _indented(rule.why),
        "How to mend it\n" + _indented(rule.fix),
        "Asked for by\n" + "\n".join("  " + line for s in standards for line in s.split("\n")),
        "Judges\n  " + ", ".join(rule.judges) + (" over the whole site" if rule.of_site else ""),
        "Looks at\n  " + ", ".join((*rule.needs, *rule.optional)),
    ]
    if rule.profiles != PROFILES:
        parts.append("Profiles\n  " + ", ".join(rule.profiles))
    if rule.act:
        parts.append("ACT rules\n  " + ", ".join(rule.act))
    parts += [f"Known issue, not counted\n{_indented(issue.reason)}" for issue in rule.known_issues]
    parts.append("Says\n" + "\n".join(f"  {key}: {text}" for key, text in rule.messages.items()))
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH, initial_indent="  ", subsequent_indent="  ")
