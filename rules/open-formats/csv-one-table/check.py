"""Look for rows that are no rows of the table."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.csv_table import CsvTable


def check(csv_table: CsvTable) -> Iterator[Verdict]:
    table = csv_table
    if table.title_rows:
        yield Failed(Place("row 1"), "title", count=table.title_rows, row=table.header_row)
    if table.blank_rows:
        yield Failed(Place(f"row {table.blank_rows[0]}"), "blank", row=table.blank_rows[0])
    if table.note_rows:
        yield Failed(Place(f"row {table.note_rows[0]}"), "notes", row=table.note_rows[0])
    if not (table.title_rows or table.blank_rows or table.note_rows):
        yield Passed("", "one")
