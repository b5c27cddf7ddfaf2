"""What is known of design systems: the classes of each major version, and what all official examples of a class have in common.

The data are derived from published releases by `tools/derive_components.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
# What a reader should hear of first.
ORDER = (
    "tag", "value", "attribute", "parent", "with", "own", "points", "pointed", "one-name", "holds", "holds-tag", "filled", "within",
)  # fmt: skip

# Alike enough to be a slip: one or two letters in a name of common length.
ALIKE = 0.88

Demand = tuple[str, str]


@cache
def demands(name: str, majors: frozenset[str], system: str = "govuk") -> tuple[Demand, ...]:
    """What holds for a class in every one of these major versions that knows it, as (kind, wanted).

    A class may have a tag before it, as `a.govuk-button`: what holds for it on that element.
    """
    known = majors & known_classes(system).get(name.rpartition(".")[2], frozenset())
    said = _facts(system).get(name, {})
    return tuple(fact for fact in sorted(said, key=lambda f: ORDER.index(f[0])) if known and known <= said[fact])


@cache
def known_classes(system: str = "govuk") -> dict[str, frozenset[str]]:
    """The major versions that know a class, by class."""
    classes = json.loads((DATA / f"{system}_classes.json").read_text("utf-8"))["classes"]
    return {name: frozenset(majors.split()) for name, majors in classes.items()}


def unknown_classes(names: Iterable[str], system: str = "govuk", others: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """The classes that no release knows, each with the known one that it is a slip of, if it is alike to one.

    `others` are the beginnings of classes that other products give out.
    """
    for name in names:
        if name not in known_classes(system) and not (others and name.startswith(others)):
            yield name, _nearest(name, system)


@cache
def _nearest(name: str, system: str) -> str:
    return next(iter(get_close_matches(name, known_classes(system), cutoff=ALIKE)), "")


@cache
def _facts(system: str) -> dict[str, dict[Demand, frozenset[str]]]:
    found: dict[str, dict[Demand, frozenset[str]]] = {}
    for name, kind, value, majors in json.loads((DATA / f"{system}_components.json").read_text("utf-8"))["facts"]:
        found.setdefault(name, {})[kind, value] = frozenset(majors.split())
    return found
