"""Hold the columns that a description names against those of the tables."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from govlint import CantTell, Each, Failed, Passed, Place, Verdict
from govlint.facts.csv_table import CsvTable
from govlint.facts.table_description import DescribedTable, TableDescription


def check(table_description: Each[TableDescription], csv_table: Each[CsvTable]) -> Iterator[Verdict]:
    for url, description in table_description.items():
        for fault in description.faults:
            yield Failed(Place(url=url), "fault", kind=description.kind, fault=fault)
        seen = [(table, csv_table[table.url]) for table in description.tables if table.url in csv_table]
        wrong = [verdict for table, found in seen for verdict in _of_table(url, table, found)]
        yield from wrong
        unseen = [table for table in description.tables if table.url not in csv_table]
        for table in unseen[:1]:
            yield CantTell(Place(url=url), "unseen", table=_name(table))
        if seen and not wrong:
            yield Passed(Place(url=url), "true", kind=description.kind, count=len(seen))


def _of_table(url: str, table: DescribedTable, found: CsvTable) -> Iterator[Verdict]:
    """The first difference; a table that could not be read is another rule's business."""
    if not table.columns or found.fault:
        return
    if len(table.columns) != found.width:
        yield Failed(Place(url=url), "number", table=_name(table), named=len(table.columns), found=found.width)
        return
    pairs = zip(table.columns, found.header, strict=True) if table.named else ()
    for number, (names, header) in enumerate(pairs, 1):
        if names and header not in names:
            yield Failed(Place(f"column {number}", url=url), "name", table=_name(table), column=number, named=names[0], found=header)
            return


def _name(table: DescribedTable) -> str:
    return PurePosixPath(urlsplit(table.url).path).name
