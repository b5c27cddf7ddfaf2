"""Name the columns whose dates depend on where one reads them."""

from collections.abc import Iterator

from govlint import Failed, Place, Verdict
from govlint.facts.csv_table import CsvTable


def check(csv_table: CsvTable) -> Iterator[Verdict]:
    for cell in csv_table.other_dates:
        yield Failed(Place(f"row {cell.row}, column {cell.column}"), "local", column=cell.column, text=cell.text)
