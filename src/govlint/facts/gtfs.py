"""A linked timetable in GTFS: a zip with tables of known names."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, fact
from .package import BadPackage, TooLarge, open_package, read_member
from .signatures import refuse_other

# The tables that a timetable must have, of each group one; and the columns that a table must have, of each group one.
TABLES = (("agency.txt",), ("stops.txt", "locations.geojson"), ("routes.txt",), ("trips.txt",), ("stop_times.txt",),
          ("calendar.txt", "calendar_dates.txt"))  # fmt: skip
COLUMNS: dict[str, tuple[tuple[str, ...], ...]] = {
    "agency.txt": (("agency_name",), ("agency_url",), ("agency_timezone",)),
    "stops.txt": (("stop_id",),),
    "routes.txt": (("route_id",), ("route_short_name", "route_long_name"), ("route_type",)),
    "trips.txt": (("route_id",), ("service_id",), ("trip_id",)),
    "stop_times.txt": (("trip_id",), ("stop_sequence",), ("stop_id", "location_group_id", "location_id")),
    "calendar.txt": (("service_id",), ("monday",), ("sunday",), ("start_date",), ("end_date",)),
    "calendar_dates.txt": (("service_id",), ("date",), ("exception_type",)),
}
# What tells a timetable from any other zip of tables.
_SIGNS = ("stops.txt", "routes.txt", "trips.txt", "stop_times.txt")
FEWEST_SIGNS = 2
LARGEST = 64_000_000  # bytes of a table, of which the first line is read


@dataclass(frozen=True, slots=True)
class Gtfs:
    """A timetable. `folder` is where its tables lie if not at the top; `missing` are (table, column) or (table, "")."""

    tables: int = 0
    folder: str = ""
    missing: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()


@fact
def gtfs(document: bytes, signature: str) -> Gtfs:
    """The report of a linked zip that holds a GTFS timetable."""
    refuse_other(signature, "zip")
    try:
        with open_package(document) as package:
            names = {name for name in package.namelist() if not name.startswith("__MACOSX/")}
            folders = {name.rpartition("/")[0] for name in names if name.rpartition("/")[2] in _SIGNS}
            signs = {name.rpartition("/")[2] for name in names} & set(_SIGNS)
            if len(signs) < FEWEST_SIGNS or len(folders) != 1:
                raise Inapplicable("this is no timetable")
            folder = folders.pop()
            here = {name.rpartition("/")[2]: name for name in names if name.rpartition("/")[0] == folder}
            missing = [(" or ".join(group), "") for group in TABLES if not here.keys() & set(group)]
            unread = []
            for table, groups in COLUMNS.items():
                if table not in here:
                    continue
                try:
                    columns = _header(read_member(package, here[table], LARGEST))
                except TooLarge:
                    unread.append(table)
                    continue
                missing += [(table, " or ".join(group)) for group in groups if not columns & set(group)]
            return Gtfs(len(here), folder, tuple(missing), tuple(unread))
    except BadPackage as fault:
        raise Inapplicable(f"the timetable cannot be read: {fault}") from None


def _header(body: bytes) -> set[str]:
    line = body.partition(b"\n")[0].decode("utf-8-sig", "replace")
    return {cell.strip() for row in csv.reader(io.StringIO(line)) for cell in row}
