"""The rules that an author names: by id, by pack, or by the folder they lie in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..evidence.vendored import shipped
from .packs import Rulebook, pack_folders, read_rulebook, select
from .rule import Rule
from .written import RuleError

HOME = Path("rules")
AXE = "axe"  # its folders say more of rules that axe-core tells
_NOT_OURS = ("node_modules", "build", "dist", "site-packages", "__pycache__")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rules chosen that have cases, the book they stand in, and the pack folders it was read with."""

    rules: tuple[Rule, ...]
    book: Rulebook
    folders: tuple[Path, ...]


def choose(wanted: Iterable[str], folders: Iterable[Path] = (), trusted: Iterable[Path] = ()) -> Chosen:
    """The rules that ids, packs and folders name; raises RuleError and UnknownRule.

    Where nothing is named these are the rules of the packs in `folders`, else of those below `rules`, else all.
    """
    wanted, folders = tuple(map(_at_home, wanted)), tuple(folders)
    if not wanted:
        wanted = tuple(map(str, folders)) or ((str(HOME),) if HOME.is_dir() and list(packs_below(HOME)) else ())
    places = [Path(name).resolve() for name in wanted if Path(name).is_dir()]
    names = [name for name in wanted if not Path(name).is_dir()]
    known = {folder.resolve() for folder in (*pack_folders(folders, trusted), shipped("rules") / AXE)}
    for place in places:
        found = [pack for pack in packs_below(place) if pack not in known]
        if not found and not any(place.is_relative_to(pack) or pack.is_relative_to(place) for pack in known):
            raise RuleError(place, "this folder holds no rules; a rule is a folder with a rule.yaml")
        folders += tuple(found)
        known.update(found)
    book = read_rulebook(folders, trusted)
    named = {rule.id for rule in select(book, names, ())} if names or not wanted else set()
    rules = (rule for rule in book.rules.values() if rule.id in named or any(_lies_in(rule, p) for p in places))
    return Chosen(tuple(rule for rule in rules if has_cases(rule)), book, folders)


def packs_below(place: Path) -> Iterator[Path]:
    """The folders of packs at, above or below a folder; those of other projects that were fetched are left out."""
    if (place / "rule.yaml").is_file():
        yield place.parent
        return
    for folder, below, _ in os.walk(place):
        below[:] = sorted(n for n in below if not n.startswith(".") and n not in _NOT_OURS and not _is_environment(folder, n))
        if any((Path(folder) / name / "rule.yaml").is_file() for name in below):
            yield Path(folder)
            below.clear()


def has_cases(rule: Rule) -> bool:
    """Whether a rule has a folder of its own that may hold cases; axe-core's rules as they are have none."""
    return rule.folder is not None and (rule.pack != AXE or (rule.folder / "cases.yaml").exists())


def _at_home(name: str) -> str:
    """The folder `rules/house` for the pack `house`, where there is one."""
    return name if Path(name).is_dir() or not (HOME / name).is_dir() else str(HOME / name)


def _lies_in(rule: Rule, place: Path) -> bool:
    return rule.folder is not None and rule.folder.resolve().is_relative_to(place)


def _is_environment(folder: str, name: str) -> bool:
    return (Path(folder) / name / "pyvenv.cfg").exists()
