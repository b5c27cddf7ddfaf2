"""Look for header cells in tables of data."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words
from govlint.facts.tables import Cell, Table

LONGEST_CELL = 150  # characters; longer ones are text that was laid out in columns
NO_DATA = "form, input, select, textarea, h1, h2, h3, h4, ul, p, td table"
MARKS = ("aria-label", "aria-labelledby", "summary")


def check(tables: tuple[Table, ...]) -> Iterator[Verdict]:
    for table in tables:
        if table.rows < 2 or table.columns < 2 or not table.data:
            continue
        unscoped = next((cell for cell in table.headers if needs_scope(cell, table)), None)
        if unscoped:
            yield Failed(at(unscoped.node), "unscoped")
        elif table.headers:
            yield Passed(at(table.node), "headed")
        elif is_marked(table):
            yield Failed(at(table.node), "none")
        elif looks_like_data(table):
            yield CantTell(at(table.node), "look")


def is_marked(table: Table) -> bool:
    written = attributes(table.node)
    return any(written.get(mark) for mark in MARKS) or bool(table.node.css("caption, thead"))


def looks_like_data(table: Table) -> bool:
    texts = [words(cell.node) for cell in table.data]
    full = sum(1 for text in texts if text)
    plain = all(len(text) <= LONGEST_CELL for text in texts)
    return plain and full * 2 > len(texts) and not table.node.css(NO_DATA)


def needs_scope(header: Cell, table: Table) -> bool:
    """Whether this header stands where it could head its row or its column, and does not say which."""
    written = attributes(header.node)
    if header.node.tag != "th" or written.get("scope") or written.get("role") or table.node.css("[headers]"):
        return False
    full = [cell for cell in table.data if words(cell.node)]  # an empty corner needs no header
    in_row = any(cell.row <= header.row < cell.row + cell.rows for cell in full)
    in_column = any(cell.column <= header.column < cell.column + cell.columns for cell in full)
    return in_row and in_column
