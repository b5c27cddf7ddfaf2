"""Read the names in the first row of the table."""

from collections import Counter
from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Place, Verdict
from govlint.facts.csv_table import CsvTable

MOST = 3  # columns named one by one


def check(csv_table: CsvTable) -> Iterator[Verdict]:
    header, row = csv_table.header, f"row {csv_table.header_row}"
    if csv_table.header_like_data:
        yield CantTell(Place(row), "data", text=csv_table.header_like_data.text)
        return
    empty = [number for number, name in enumerate(header, 1) if not name]
    twice = [name for name, count in Counter(filter(None, header)).items() if count > 1]
    for number in empty[:MOST]:
        yield Failed(Place(f"{row}, column {number}"), "empty", column=number)
    for name in twice[:MOST]:
        yield Failed(Place(f"{row}, “{name}”"), "twice", name=name)
    if not empty and not twice:
        yield Passed(Place(row), "named", width=len(header))
