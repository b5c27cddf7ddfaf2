"""Name the cells that a spreadsheet would run."""

from collections.abc import Iterator

from govlint import Failed, Place, Verdict
from govlint.facts.csv_table import CsvTable

MOST = 3


def check(csv_table: CsvTable) -> Iterator[Verdict]:
    for cell in csv_table.formulas[:MOST]:
        place = Place(f"row {cell.row}, column {cell.column}")
        yield Failed(place, "formula", row=cell.row, column=cell.column, text=cell.text)
