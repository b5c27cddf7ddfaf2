"""A rule as a page of text, and the list of rules."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from .model.verdict import CANT_TELL, FAILED, PASSED
from .report.clean import REPLACEMENT, clean, clip
from .rulebook.examples import Example, examples
from .rulebook.packs import Rulebook
from .rulebook.rule import ACT_RULE, Rule

WIDTH = 78
MOST_LINES = 40
LONGEST_LINE = 240
SAID = {FAILED: "wrong", CANT_TELL: "look at this", PASSED: "fine"}


def rule_list(rules: Iterable[Rule]) -> str:
    """One line a rule: id, severity, title."""
    rules = sorted(rules, key=lambda rule: rule.id)
    wide = max((len(rule.id) for rule in rules), default=0)
    return "\n".join(f"{rule.id:<{wide}}  {rule.severity:<8}  {rule.title}" for rule in rules)


def rule_page(rule: Rule, book: Rulebook) -> str:
    """Title, why, how to mend, standards, facts, messages, and two cases with what is said of them."""
    standards = [f"{book.standards[name].title}\n  {book.standards[name].url}" for name in rule.standards]
    parts = [
        f"{rule.id}  ({rule.severity})\n{rule.title}",
        "Why\n" + _indented(rule.why),
        "How to mend it\n" + _indented(rule.fix),
        "Asked for by\n" + "\n".join("  " + line for s in standards for line in s.split("\n")),
        "Judges\n  " + ", ".join(rule.judges) + (" over the whole site" if rule.of_site else ""),
        "Looks at\n  " + ", ".join((*rule.needs, *rule.optional)),
        "Profiles\n  " + ", ".join(rule.profiles),
    ]
    parts[3:3] = [
        f"Expected markup{', ' + markup.version if markup.version else ''}\n" + "\n".join(f"  {line}" for line in markup.html.splitlines())
        for markup in rule.markup
    ]
    if rule.act:
        parts.append("ACT rules\n" + "\n".join(f"  {act}  {ACT_RULE.format(act)}" for act in rule.act))
    if rule.help_url:
        parts.append(f"Read on\n  {rule.help_url}")
    parts += [f"Known issue, not counted\n{_indented(issue.reason)}" for issue in rule.known_issues]
    parts.append("Says\n" + "\n".join(f"  {key}: {text}" for key, text in rule.messages.items()))
    parts += ["\n".join(_example(example)) for example in examples(rule, book.facts)]
    return "\n\n".join(parts)


def _example(example: Example) -> Iterator[str]:
    yield f"{'An example that is not so' if example.wrong else 'An example that is so'}: {example.name}"
    for given in example.given:
        what = " ".join(filter(None, (given.address, given.what)))
        lines = [_line(line) for line in given.text.splitlines() or [""]]
        if len(lines) == 1 and len(what) + len(lines[0]) < WIDTH - 4:
            yield f"  {what}: {lines[0]}".rstrip()
            continue
        yield f"  {what}:"
        yield from (f"    {line}".rstrip() for line in lines[:MOST_LINES])
        if len(lines) > MOST_LINES:
            yield f"    … and {len(lines) - MOST_LINES} more lines"
    yield "  govlint says:"
    for said in example.says:
        yield f"    {SAID[said.outcome]}{', at ' + clean(said.where) if said.where else ''}:"
        yield textwrap.fill(clean(said.text), WIDTH, initial_indent="      ", subsequent_indent="      ")
    if not example.says:
        yield "    nothing"


def _line(text: str) -> str:
    """One line of a case: its blanks are kept, what could steer a terminal is not, and a very long one is cut."""
    return "".join(char if char == " " or clean(char) == char else REPLACEMENT for char in clip(text.expandtabs(4), LONGEST_LINE))


def _indented(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH, initial_indent="  ", subsequent_indent="  ")
