"""The manual of the rules in Markdown: a page a rule, and indexes by pack, by standard and by profile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..model.finding import Standard
from ..model.verdict import CANT_TELL, FAILED, PASSED
from .examples import Example, Given, examples
from .packs import Rulebook
from .rule import ACT_RULE, PROFILES, Rule

MADE = "<!-- Made by `govlint rules docs`: change the rule, not this page. -->"
SAID = {FAILED: "Wrong", CANT_TELL: "Look at this by hand", PASSED: "Fine"}
WCAG = "wcag22/"
MOST_LINES = 60
LONGEST_LINE = 240
# What opens emphasis, code, a link, a tag, a character reference or a cell of a table.
_MARKS = re.compile(r"[&<>`*_\[\]|\\~]")
_ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,;:)])")


def pages(book: Rulebook) -> dict[str, str]:
    """All pages of the manual by path: `index.md`, the indexes, `PACK/RULE.md` for each rule."""
    rules = sorted(book.rules.values(), key=lambda rule: rule.id)
    made: dict[str, Iterable[str]] = {
        "index.md": _by_pack(rules),
        "by-standard.md": _by_standard(rules, book.standards),
        "by-profile.md": _by_profile(rules),
    }
    made |= {f"{rule.id}.md": _rule(rule, book) for rule in rules}
    return {path: "\n\n".join((*parts, MADE)) + "\n" for path, parts in made.items()}


def _rule(rule: Rule, book: Rulebook) -> Iterator[str]:
    yield f"# {_plain(rule.title)}"
    yield "\n".join(
        [
            f"* Rule: `{rule.id}`",
            f"* Severity: {rule.severity}",
            f"* Judges: {', '.join(rule.judges)}{' over the whole site' if rule.of_site else ''}",
            f"* Looks at: {', '.join(f'`{name}`' for name in (*rule.needs, *rule.optional))}",
            "* Profiles: " + ", ".join(f"[{name}](../by-profile.md#{name})" for name in rule.profiles),
        ]
    )
    yield "## Why"
    yield _plain(rule.why)
    yield "## How to mend it"
    yield _plain(rule.fix)
    for markup in rule.markup:
        yield f"## Expected markup{', ' + _plain(markup.version) if markup.version else ''}"
        yield f"```html\n{markup.html}\n```"
    yield "## Asked for by"
    lines = [_link(book.standards[name].title, book.standards[name].url) for name in rule.standards]
    lines += [_link(f"ACT rule {act}", ACT_RULE.format(act)) for act in rule.act]
    lines += [_link("Read on", rule.help_url)] if rule.help_url else []
    yield _bullets(lines)
    yield "## What it says"
    yield _bullets(f"`{key}`: {_plain(text)}" for key, text in rule.messages.items())
    if rule.known_issues:
        yield "## Known issues, not counted"
        yield _bullets(_plain(issue.reason) for issue in rule.known_issues)
    for example in examples(rule, book.facts):
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    yield f"## {'An example that is not so' if example.wrong else 'An example that is so'}"
    yield f"{_plain(example.name[:1].upper() + example.name[1:])}:"
    yield from (_given(given) for given in example.given)
    yield "govlint says:" if example.says else "govlint says nothing of it."
    yield _bullets(f"**{SAID[s.outcome]}**{', at ' + _code(s.where) if s.where else ''}: {_plain(s.text)}" for s in example.says)


def _given(given: Given) -> str:
    what = (f"{_code(given.address)}, " if given.address else "") + f"`{given.what}`:"
    lines = given.text.splitlines() or [""]
    kept = [line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines[:MOST_LINES]]
    if len(lines) == 1 and given.what != "html":
        return f"{what} {_code(kept[0])}" if kept[0].strip() else f"{what} nothing"
    if len(lines) > MOST_LINES:
        kept.append(f"… and {len(lines) - MOST_LINES} more lines")
    kind = "html" if given.what == "html" else "json" if given.text.startswith(("{", "[")) else "text"
    fence = "`" * max(3, 1 + _longest_ticks(given.text))
    return "\n".join((what, "", f"{fence}{kind}", *kept, fence))


def _by_pack(rules: list[Rule]) -> Iterator[str]:
    yield "# Rules by pack"
    yield f"{len(rules)} rules. They are listed [by standard](by-standard.md) and [by profile](by-profile.md) too."
    for pack in sorted({rule.pack for rule in rules}):
        yield f"## {pack}"
        yield _rules(rule for rule in rules if rule.pack == pack)


def _by_standard(rules: list[Rule], standards: Mapping[str, Standard]) -> Iterator[str]:
    yield "# Rules by standard"
    yield "Who asks for what, and which rules look after it. A standard of which no rule speaks is not in the list."
    cited = sorted({name for rule in rules for name in rule.standards}, key=_by_number)
    groups: dict[str, list[str]] = {}
    for name in cited:
        groups.setdefault("WCAG 2.2" if name.startswith(WCAG) else standards[name].publisher or "Others", []).append(name)
    acts = sorted({act for rule in rules for act in rule.act})
    for group in sorted(groups, key=lambda group: (group != "WCAG 2.2", group)):
        yield f"## {_plain(group)}"
        for name in groups[group]:
            yield f"### {_plain(standards[name].title)}"
            yield _link(standards[name].url, standards[name].url)
            yield _rules(rule for rule in rules if name in rule.standards)
    if acts:
        yield "## ACT rules"
        for act in acts:
            yield f"### ACT rule {act}"
            yield _link(ACT_RULE.format(act), ACT_RULE.format(act))
            yield _rules(rule for rule in rules if act in rule.act)


def _by_profile(rules: list[Rule]) -> Iterator[str]:
    yield "# Rules by profile"
    yield "A profile is a kind of site. govlint tells it from the pages, and `--profile` sets it."
    for profile in PROFILES:
        yield f"## {profile}"
        yield _rules(rule for rule in rules if profile in rule.profiles)


def _rules(rules: Iterable[Rule]) -> str:
    return _bullets(f"[{_plain(rule.title)}]({rule.id}.md): `{rule.id}`, {rule.severity}" for rule in rules)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"* {line}" for line in lines)


def _link(text: str, address: str) -> str:
    return f"[{_marked(text)}](<{address}>)"


def _plain(text: str) -> str:
    """A text in one line whose marks mean nothing; an address in it becomes a link."""
    parts = _ADDRESS.split(" ".join(text.split()))
    return "".join(f"<{part}>" if number % 2 else _marked(part) for number, part in enumerate(parts))


def _marked(text: str) -> str:
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", text)


def _code(text: str) -> str:
    """Text as code, in more backticks than it has itself."""
    ticks = "`" * (1 + _longest_ticks(text))
    blank = " " if ticks != "`" else ""
    return f"{ticks}{blank}{text}{blank}{ticks}"


def _longest_ticks(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _by_number(name: str) -> list[tuple[int, str]]:
    """A key that puts 2.4.10 after 2.4.9."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", name)]
