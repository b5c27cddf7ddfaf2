"""Look at the words of header cells, and at the cells in their rows and columns."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at, attributes
from govlint.facts.tables import Cell, Table


def check(tables: tuple[Table, ...], names: Names) -> Iterator[Verdict]:
    for table in tables:
        # A table that waits for its rows heads nothing yet.
        if not table.data:
            continue
        free = [cell for cell in table.data if not attributes(cell.node).get("headers")]
        named = {word for cell in table.data for word in attributes(cell.node).get("headers", "").split()}
        for header in table.headers:
            name = names.of(header.node)
            if not name and is_corner(header):
                continue
            if not heads_a_cell(header, table, free, named):
                yield Failed(at(header.node), "heads-nothing", name=name)
            elif not name:
                yield Failed(at(header.node), "empty")
            else:
                yield Passed(at(header.node), "heads")


def heads_a_cell(header: Cell, table: Table, free: list[Cell], named: set[str]) -> bool:
    """Whether a cell names this header, or a cell that names none lies in its row or column."""
    if attributes(header.node).get("id") in named:
        return True
    rows = range(header.row, header.row + header.rows)
    columns = range(header.column, header.column + header.columns)
    if any(touches(rows, cell.row, cell.rows) for cell in free):
        return True
    below = (cell for cell in (*free, *table.headers) if cell is not header)
    return any(touches(columns, cell.column, cell.columns) for cell in below)


def touches(span: range, start: int, length: int) -> bool:
    return start < span.stop and start + length > span.start


def is_corner(header: Cell) -> bool:
    return header.row == 0 and header.column == 0
