"""Say by what the rows end."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.csv_table import CsvTable


def check(csv_table: CsvTable) -> Iterator[Verdict]:
    ends = csv_table.line_ends
    if csv_table.encoding == "utf-16" or not ends:
        return
    if len(ends) > 1:
        yield Failed("", "mixed", first=ends[0], second=ends[1])
    elif ends[0] == "CR":
        yield Failed("", "old")
    else:
        yield Passed("", "alike", end=ends[0])
