"""The structure tree of a PDF: figures, tables, headings and languages of its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pikepdf import Dictionary

from .alternatives import is_alternative
from .pdf_values import dictionary, identity, items, name, string

MOST_ELEMENTS = 50_000  # a thousand pages have about this many
DEEPEST = 200
MOST_KIDS = 20_000
LONGEST_ROLE_CHAIN = 10


@dataclass(frozen=True, slots=True)
class Structure:
    """What the structure tree holds.

    `headings` are the levels in order, 0 for one that says no level. `whole` is false where the limits cut it.
    `all_top_have_language` is whether each branch names its language before it holds any content.
    """

    elements: int = 0
    figures: int = 0
    figures_without_alternative: int = 0
    tables: int = 0
    tables_without_headers: int = 0
    headings: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    all_top_have_language: bool = False
    whole: bool = True


@dataclass(slots=True)
class _Table:
    rows: int = 0
    headers: int = 0
    cells: int = 0


@dataclass(slots=True)
class _Figure:
    described: bool
    content: bool = False


@dataclass(frozen=True, slots=True)
class _Above:
    """What an element has from the elements around it."""

    depth: int = 0
    described: bool = False
    language: bool = False
    table: _Table | None = None
    figure: _Figure | None = None


def structure_of(root: Any) -> Structure | None:
    """The structure of the document with this catalogue; None where there is no tree at all."""
    tree = dictionary(root.get("/StructTreeRoot"))
    if "/StructTreeRoot" not in root:
        return None
    roles = dictionary(tree.get("/RoleMap"))
    elements = 0
    whole = all_language = True
    headings: list[int] = []
    languages: set[str] = set()
    tables: list[_Table] = []
    figures: list[_Figure] = []
    seen: set[tuple[int, int]] = set()
    waiting = [(kid, _Above()) for kid in reversed(list(items(tree.get("/K"), MOST_KIDS)))]
    while waiting:
        kid, above = waiting.pop()
        if not isinstance(kid, Dictionary) or "/S" not in kid:
            _note_content(above, kid)
            all_language &= above.language or not isinstance(kid, int | Dictionary)
            continue
        mark = identity(kid)
        if mark in seen:
            continue
        if mark:
            seen.add(mark)
        if elements >= MOST_ELEMENTS or above.depth >= DEEPEST:
            whole = False
            continue
        elements += 1
        role = _role(kid, roles)
        language = string(kid.get("/Lang"))
        if language and len(languages) < 50:
            languages.add(language)
        described = above.described or is_alternative(string(kid.get("/Alt"))) or bool(string(kid.get("/ActualText")))
        below = replace(above, depth=above.depth + 1, described=described, language=above.language or bool(language))
        if role == "Figure":
            below = replace(below, figure=_Figure(described))
            figures.append(below.figure)
        elif described and above.figure:
            above.figure.described = True
        if role == "Table":
            below = replace(below, table=_Table())
            tables.append(below.table)
        _note_cell(above.table, role)
        if (level := re.fullmatch(r"H(\d*)", role)) is not None:
            headings.append(int(level[1] or 0))
        kids = list(items(kid.get("/K"), MOST_KIDS))
        waiting.extend((child, below) for child in reversed(kids))
    shown = [figure for figure in figures if figure.content]
    data_tables = [table for table in tables if table.rows > 1 and table.cells > table.rows]
    return Structure(
        elements=elements,
        figures=len(shown),
        figures_without_alternative=sum(not figure.described for figure in shown),
        tables=len(data_tables),
        tables_without_headers=sum(not table.headers for table in data_tables),
        headings=tuple(headings),
        languages=tuple(sorted(languages)),
        all_top_have_language=elements > 0 and all_language,
        whole=whole,
    )


def _note_content(above: _Above, kid: Any) -> None:
    # A number is marked content, a dictionary without a role points to marked content or an object.
    if above.figure and isinstance(kid, int | Dictionary):
        above.figure.content = True


def _note_cell(table: _Table | None, role: str) -> None:
    if table is None:
        return
    table.rows += role == "TR"
    table.headers += role == "TH"
    table.cells += role in ("TD", "TH")


def _role(element: Any, roles: Any) -> str:
    """The standard role that an element has, its own name followed through the role maps."""
    role = name(element.get("/S"))
    own_map = dictionary(dictionary(element.get("/NS")).get("/RoleMapNS"))
    for step in _steps(role, own_map, roles):
        role = step
    return role


def _steps(role: str, *maps: Any) -> Iterator[str]:
    for roles in maps:
        for _ in range(LONGEST_ROLE_CHAIN):
            to = next(items(roles.get(f"/{role}"), 1), None) if role else None
            if not name(to) or name(to) == role:
                break
            role = name(to)
            yield role
