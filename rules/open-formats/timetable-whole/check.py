"""Name what a timetable lacks."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.gtfs import Gtfs

MOST = 3  # faults named one by one


def check(gtfs: Gtfs) -> Iterator[Verdict]:
    if gtfs.folder:
        yield Failed("", "folder", folder=gtfs.folder)
    for table, column in gtfs.missing[:MOST]:
        yield Failed("", "column", table=table, column=column) if column else Failed("", "table", table=table)
    for table in gtfs.unread:
        yield CantTell("", "unread", table=table)
    if not (gtfs.folder or gtfs.missing or gtfs.unread):
        yield Passed("", "whole", tables=gtfs.tables)
