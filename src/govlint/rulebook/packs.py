"""Packs of rules: built in, installed, or named as a folder. One door for all."""

from __future__ import annotations

import fnmatch
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from ..evidence.fact import Fact, facts_of
from ..evidence.vendored import axe_metadata, shipped
from ..facts import builtin_facts
from ..model.finding import Standard
from .axe import axe_pack
from .check import load_module
from .folder import read_rule
from .rule import Rule
from .standards import read_standards
from .translation import ENGLISH, check_language, in_language
from .written import RuleError, nearest

ENTRY_POINTS = "govlint.packs"
STANDARDS = "standards"


class UnknownRule(ValueError):
    """A rule or pack was asked for that is not there; the text names the nearest."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules by id, the facts they may name, the standards they cite."""

    rules: Mapping[str, Rule]
    facts: Mapping[str, Fact]
    standards: Mapping[str, Standard]


def read_rulebook(
    folders: Iterable[Path] = (), trusted: Iterable[Path] = (), language: str = ENGLISH, only: Container[str] | None = None
) -> Rulebook:
    """The built-in and installed packs and those in `folders`; raises RuleError and UnknownLanguage.

    Each of `folders` is a pack. Python in it runs only where `trusted` names it too.
    A rule that has texts in `language` tells them, another one its English ones. `only` are the ids of the rules
    to read, for whoever has chosen them from a whole book.
    """
    built_in = shipped("rules")
    packs = pack_folders(folders, trusted)
    standards = read_standards(built_in / STANDARDS)
    facts = _facts_of(packs)
    rules: dict[str, Rule] = {}
    for pack in packs:
        standards |= read_standards(pack / STANDARDS)
    found = axe_pack(axe_metadata(), built_in / "axe", standards)
    found += [rule for pack in packs for rule in read_pack(pack, facts, standards, only)]
    for rule in found:
        if rule.id in rules:
            raise RuleError((rule.folder or built_in) / "rule.yaml", f"the rule {rule.id} stands in two packs of that name")
        rules[rule.id] = rule
    if only is None:
        check_language(rules, language)
    return Rulebook({name: in_language(rule, language) for name, rule in rules.items()}, facts, standards)


def read_facts(folders: Iterable[Path] = (), trusted: Iterable[Path] = ()) -> dict[str, Fact]:
    """The facts of govlint and of all packs, by name; no rule is read for it."""
    return _facts_of(pack_folders(folders, trusted))


def _facts_of(packs: Iterable[Path]) -> dict[str, Fact]:
    facts = dict(builtin_facts())
    for pack in packs:
        if (pack / "facts.py").exists():
            facts |= facts_of(load_module(pack / "facts.py", pack))
    return facts


def pack_folders(folders: Iterable[Path] = (), trusted: Iterable[Path] = ()) -> list[Path]:
    """The folders of all packs but axe-core's; raises RuleError for one that may not be read."""
    built_in = [p for p in sorted(shipped("rules").iterdir()) if p.is_dir() and p.name not in (STANDARDS, "axe")]
    return built_in + _installed() + [_trusted_or_plain(folder, set(trusted)) for folder in folders]


def read_pack(
    pack: Path, facts: Mapping[str, Fact], standards: Mapping[str, Standard], only: Container[str] | None = None
) -> list[Rule]:
    """The rules of one pack's folder, in order of their names; all of them, or those whose id is among `only`."""
    named = [p for p in sorted(pack.iterdir()) if only is None or f"{pack.name}/{p.name}" in only]
    folders = [p for p in named if p.is_dir() and _is_rule(p)]
    return [read_rule(folder, pack, facts, standards) for folder in folders]


def select(rulebook: Rulebook, wanted: Iterable[str], skipped: Iterable[str]) -> list[Rule]:
    """The rules whose id or pack fits a wanted pattern (none: all) and no skipped one; globs allowed."""
    wanted, skipped = tuple(wanted), tuple(skipped)
    for pattern in (*wanted, *skipped):
        if not any(_fits(rule, pattern) for rule in rulebook.rules.values()):
            known = {*rulebook.rules, *(rule.pack for rule in rulebook.rules.values())}
            raise UnknownRule(f"there is no rule or pack “{pattern}”{nearest(pattern, known)}; `govlint rules list` shows all")
    chosen = [r for r in rulebook.rules.values() if not wanted or any(_fits(r, p) for p in wanted)]
    return [r for r in chosen if not any(_fits(r, p) for p in skipped)]


def _fits(rule: Rule, pattern: str) -> bool:
    return pattern == rule.pack or fnmatch.fnmatchcase(rule.id, pattern)


def _is_rule(folder: Path) -> bool:
    return any((folder / name).exists() for name in ("rule.yaml", "check.py", "cases.yaml"))


def _installed() -> list[Path]:
    return [_folder_of(point) for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda p: p.name)]


def _folder_of(point: EntryPoint) -> Path:
    """The folder that an installed pack names; raises RuleError with the package's name for whatever goes wrong."""
    try:
        folder = Path(point.load()())
    except Exception as error:  # the code of somebody else
        text = f"the pack “{point.name}” of an installed package cannot be loaded ({error}); update that package or remove it"
        raise RuleError(point.value, text) from None
    if not folder.is_dir():
        raise RuleError(point.value, f"the pack “{point.name}” of an installed package names {folder}, which is no folder")
    return folder


def _trusted_or_plain(folder: Path, trusted: set[Path]) -> Path:
    if not folder.is_dir():
        raise RuleError(folder, "this pack is not a folder")
    if not any(p.is_dir() and _is_rule(p) for p in folder.iterdir()):
        raise RuleError(folder, "this folder holds no rules; a rule is a folder with a rule.yaml")
    python = sorted(folder.rglob("*.py"))
    if python and folder.resolve() not in {t.resolve() for t in trusted}:
        raise RuleError(python[0], "this pack brings Python; name its folder under “trusted” if it may run")
    return folder
