"""The mutations of many rules, in one process or several."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from ..packs import Rulebook, read_rulebook
from ..rule import Rule
from ..written import RuleError
from .mutation import Mutation, mutate

_read: list[Rulebook] = []


def mutate_all(
    rules: Iterable[Rule], book: Rulebook, folders: Iterable[Path] = (), trusted: Iterable[Path] = (), jobs: int = 1
) -> Iterator[Mutation]:
    """What became of the mutants of each rule, in the order given; `folders` and `trusted` as the book was read."""
    rules = list(rules)
    if jobs <= 1 or len(rules) <= 1:
        yield from (_of(rule, book) for rule in rules)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _open, (tuple(folders), tuple(trusted))) as pool:
        yield from pool.map(_mutate, [rule.id for rule in rules])


def _open(folders: tuple[Path, ...], trusted: tuple[Path, ...]) -> None:
    _read.append(read_rulebook(folders, trusted))


def _mutate(name: str) -> Mutation:
    return _of(_read[0].rules[name], _read[0])


def _of(rule: Rule, book: Rulebook) -> Mutation:
    try:
        return mutate(rule, book.facts)
    except RuleError as error:
        return Mutation(rule.id, 0, (), str(error))
