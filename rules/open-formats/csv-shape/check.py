"""Compare each row with the header; stop at broken quotes."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.csv_table import CsvTable

MOST = 5  # rows named one by one; more hide the rest of a report
WORDS = {";": "semicolons", "\t": "tabs", "|": "bars"}


def check(csv_table: CsvTable, promised: str) -> Iterator[Verdict]:
    table = csv_table
    if table.delimiter in WORDS and promised not in ("tsv", "tab"):
        yield Failed("", "separator", separator=WORDS[table.delimiter])
    for row, fields in table.ragged[:MOST]:
        yield Failed(_row(row), "ragged", row=row, fields=fields, width=table.width)
    if table.ragged_count > MOST:
        yield Failed("", "more", count=table.ragged_count, named=MOST)
    if table.fault:
        yield Failed(_row(table.fault_row), "quotes", row=table.fault_row, fault=table.fault)
    if not (table.ragged or table.fault):
        yield Passed("", "even", rows=table.rows, width=table.width)


def _row(number: int) -> Place:
    return Place(f"row {number}")
