"""Say in which encoding a table is."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.csv_table import CsvTable


def check(csv_table: CsvTable) -> Iterator[Verdict]:
    if csv_table.encoding == "utf-8":
        yield Passed("", "utf-8")
    elif csv_table.encoding == "utf-16":
        yield Failed("", "utf-16")
    else:
        yield Failed(Place(f"line {csv_table.bad_line}", csv_table.bad_line), "other", line=csv_table.bad_line)
