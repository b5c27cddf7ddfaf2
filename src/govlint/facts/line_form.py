"""How the lines of a calendar or contact file are written, and when its events are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, NotGathered, fact
from .content_lines import LARGEST, ContentLines, LineFault, unfolded

LONGEST_LINE = 75  # octets without the line end: RFC 5545, 3.1; RFC 6350, 3.2
MOST_FAULTS = 3  # named one by one
_TIME = re.compile(r"\d{8}T\d{6}(Z?)")
_ZONE = re.compile(r"(?:^|;)TZID=\"?([^\";]+)", re.IGNORECASE)
_PROPERTY = re.compile(r"([A-Z-]+)((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class LineForm:
    """`bare_line` is the first line that does not end in CR and LF, `long_line` the first that is over 75 octets; 0 for none."""

    lines: int
    bare_line: int = 0
    long_line: int = 0


@dataclass(frozen=True, slots=True)
class EventTimes:
    """`times` counts the times of day that were looked at; `floating` is the first line whose time has no zone, 0 for none."""

    times: int = 0
    floating: int = 0
    faults: tuple[LineFault, ...] = ()


@fact
def line_form(document: bytes, signature: str) -> LineForm:
    """How the lines of a linked iCalendar or vCard file end, and how long they are."""
    if signature not in ("ics", "vcf"):
        raise Inapplicable("this is no calendar and no contact")
    if len(document) > LARGEST:
        raise NotGathered(f"The file is larger than {LARGEST:,} bytes and was not read.")
    lines = document.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    last = lines.pop()  # what stands after the last line end
    whole = [line.removesuffix(b"\r") for line in lines] + ([last] if last else [])
    bare = next((number for number, line in enumerate(lines, 1) if not line.endswith(b"\r")), 0)
    long = next((number for number, line in enumerate(whole, 1) if len(line) > LONGEST_LINE), 0)
    return LineForm(len(whole), bare, long)


@fact
def event_times(document: bytes, calendar: ContentLines) -> EventTimes:
    """The times of a linked calendar: their zones, and whether what ends has begun before."""
    text = document.decode("utf-8-sig" if calendar.utf8 else "cp1252", "replace")
    lines = [(number, found) for number, line in unfolded(text) if (found := _PROPERTY.fullmatch(line))]
    zones = {found[3].strip() for _, found in lines if found[1].upper() == "TZID"}
    faults: list[LineFault] = []
    times = floating = 0
    inside: list[str] = []
    start = ""
    for number, found in lines:
        name, value = found[1].upper(), found[3].strip()
        if name == "BEGIN":
            inside.append(value.upper())
            start = ""
        elif name == "END" and inside:
            inside.pop()
        # The beginnings of summer time within a VTIMEZONE are local by definition.
        if name not in ("DTSTART", "DTEND", "DTSTAMP", "DUE") or inside[-1:] not in (["VEVENT"], ["VTODO"], ["VFREEBUSY"]):
            continue
        if name == "DTSTART":
            start = value
        elif name == "DTEND" and _is_before(value, start):
            faults.append(LineFault(number, f"the event ends ({value}) before it begins ({start})"))
        time = _TIME.fullmatch(value)
        if time is None:
            continue
        times += 1
        zone = _ZONE.search(found[2])
        if name == "DTSTAMP" and not time[1]:
            faults.append(LineFault(number, f"DTSTAMP is {value}, and must be in UTC with Z at its end"))
        elif zone and time[1]:
            faults.append(LineFault(number, f"{name} names the zone {zone[1]} and ends in Z, which is UTC"))
        elif zone and zone[1] not in zones and not zone[1].startswith("/"):
            faults.append(LineFault(number, f"the zone {zone[1]} is not described by a VTIMEZONE in the file"))
        elif not zone and not time[1]:
            floating = floating or number
    return EventTimes(times, floating, tuple(faults[:MOST_FAULTS]))


def _is_before(end: str, start: str) -> bool:
    # Of one kind and length only, so that no zones have to be compared.
    return len(end) == len(start) and end < start
