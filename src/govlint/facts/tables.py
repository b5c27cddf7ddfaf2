"""Tables as grids of cells, whether HTML or roles make them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from .exposure import Exposure
from .place import attributes
from .roles import role_of, written_role
from .surroundings import ancestors

_WIDEST = 1000  # HTML's own limit of a colspan


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its element, first row and column counted from 0, how many it spans."""

    node: LexborNode
    row: int
    column: int
    rows: int
    columns: int
    is_header: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One table that is a table to assistive technology; `cells` in order."""

    node: LexborNode
    cells: tuple[Cell, ...]
    rows: int
    columns: int

    @property
    def headers(self) -> tuple[Cell, ...]:
        """The cells that are headers."""
        return tuple(cell for cell in self.cells if cell.is_header)

    @property
    def data(self) -> tuple[Cell, ...]:
        """The cells that are no headers."""
        return tuple(cell for cell in self.cells if not cell.is_header)


@fact
def tables(dom: LexborHTMLParser, exposure: Exposure) -> tuple[Table, ...]:
    """All tables that assistive technology gets as tables, with the cells that it gets."""
    found = []
    for node in dom.css(":is(table, [role=table], [role=grid], [role=treegrid])"):
        if role_of(node) in ("table", "grid", "treegrid") and exposure.exposed(node):
            found.append(_table(node, exposure))
    return tuple(found)


def own(table: LexborNode, css: str) -> Iterator[LexborNode]:
    """The elements in a table that a selector finds, those of tables within it left out."""
    for node in table.css(css):
        around = next((a for a in ancestors(node) if a.tag == "table" or role_of(a) in ("table", "grid", "treegrid")), None)
        if around is not None and around.mem_id == table.mem_id:
            yield node


def _table(node: LexborNode, exposure: Exposure) -> Table:
    until: list[int] = []  # by column: the first row that no cell from above reaches into
    cells: list[Cell] = []
    rows = [row for row in own(node, ":is(tr, [role=row])") if exposure.exposed(row)]
    for y, row in enumerate(rows):
        x = 0
        for child in row.css(":is(td, th, [role=cell], [role=gridcell], [role=columnheader], [role=rowheader])"):
            if not _is_of(child, row):
                continue
            while x < len(until) and until[x] > y:
                x += 1
            down, across = _span(child, "rowspan", len(rows) - y), _span(child, "colspan", _WIDEST)
            until += [0] * (x + across - len(until))
            until[x : x + across] = [y + down] * across
            if exposure.exposed(child):
                cells.append(Cell(child, y, x, down, across, _is_header(child)))
            x += across
    return Table(node, tuple(cells), len(rows), len(until))


def _is_of(cell: LexborNode, row: LexborNode) -> bool:
    around = next((a for a in ancestors(cell) if a.tag == "tr" or written_role(a) == "row"), None)
    return around is not None and around.mem_id == row.mem_id


def _is_header(node: LexborNode) -> bool:
    return role_of(node) in ("columnheader", "rowheader")


def _span(node: LexborNode, name: str, most: int) -> int:
    written = attributes(node).get(name, "1").strip()
    if not written.isascii() or not written.isdigit():
        return 1
    # A rowspan of 0 reaches to the end of the table.
    number = int(written[:6]) or (most if name == "rowspan" else 1)
    return max(1, min(number, most))
