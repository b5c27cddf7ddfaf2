"""The files of fixtures/documents that are text: calendars, captions, RTF, data."""

from __future__ import annotations

from collections.abc import Iterator

from office_files import CALENDAR, packed


def text_files() -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes."""
    yield "unix-lines.ics", CALENDAR.format("Bees").replace("\r", "").encode()
    yield from timetables()
    cue = "00:00:01.000 --> 00:00:04.000\r\nThe fee is £5\r\n"
    yield "good.vtt", f"WEBVTT\r\n\r\n{cue}".encode("utf-8-sig")
    yield "pound-cp1252.vtt", f"WEBVTT\r\n\r\n{cue}".encode("cp1252")
    yield "subrip.vtt", f"1\r\n{cue.replace('.', ',')}".encode()
    words = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}{\info{\title Keep bees}}\f0 Say which \{kind\} of bee you keep.\par}"
    yield "good.rtf", words.encode()
    yield "cut.rtf", words[:60].encode()
    yield "embedded.rtf", words.replace(r"\par", r"{\object\objemb{\*\objclass Excel.Sheet.8}{\*\objdata 01050000}}\par").encode()


TIMETABLE = {
    "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\r\n1,Buses,https://a.gov.uk,Europe/London\r\n",
    "stops.txt": "\ufeffstop_id,stop_name,stop_lat,stop_lon\r\ns1,Hall,51.5,-0.1\r\n",
    "routes.txt": "route_id,agency_id,route_short_name,route_type\r\n7,1,7,3\r\n",
    "trips.txt": 'route_id,service_id,trip_id\r\n7,week,"a"\r\n',
    "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\r\na,08:00:00,08:00:00,s1,1\r\n",
    "calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\r\nweek,1,1,1,1,1,0,0,20250101,20251231\r\n",
}
DATES = "service_id,date,exception_type\r\nweek,20250505,1\r\n"


def timetables() -> Iterator[tuple[str, bytes]]:
    """Zips with a GTFS timetable."""

    def without(*names: str, **more: str | bytes) -> dict[str, str | bytes]:
        kept = {name: body for name, body in TIMETABLE.items() if name not in names}
        return kept | {name.replace("_txt", ".txt").replace("_geojson", ".geojson"): body for name, body in more.items()}

    yield "timetable.zip", packed(TIMETABLE)
    yield "timetable-no-calendar.zip", packed(without("calendar.txt"))
    yield "timetable-on-demand.zip", packed(without("calendar.txt", "stops.txt", calendar_dates_txt=DATES, locations_geojson="{}"))
    yield "timetable-no-column.zip", packed(without("trips.txt", trips_txt="route_id,trip_id\r\n7,a\r\n"))
    yield "timetable-in-folder.zip", packed({f"export/{name}": body for name, body in TIMETABLE.items()})
    yield "timetable-bare.zip", packed(without("agency.txt", "stops.txt", "calendar.txt", "stop_times.txt"))
    yield "timetable-bomb.zip", packed(without("calendar.txt", calendar_txt=TIMETABLE["calendar.txt"].encode() + bytes(2_000_000)))
    yield "stops.zip", packed({"stops.txt": TIMETABLE["stops.txt"]})
