"""Calendars and contacts: both are lines of `NAME;PARAMETER=…:value`, folded, between BEGIN and END."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..evidence.fact import NotGathered, fact
from .signatures import refuse_other

LARGEST = 5_000_000  # bytes; the bank holidays of ten years take 20,000
MOST_FAULTS = 3  # named one by one


@dataclass(frozen=True, slots=True)
class LineFault:
    """Something missing or wrong, and the line that it is about."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class ContentLines:
    """`parts` counts components by name, as VEVENT."""

    parts: dict[str, int]
    faults: tuple[LineFault, ...] = ()
    utf8: bool = True


@fact
def calendar(document: bytes, signature: str) -> ContentLines:
    """The report of a linked iCalendar file."""
    refuse_other(signature, "ics")
    _refuse_large(document)
    return read_lines(document, _CALENDAR)


@fact
def contacts(document: bytes, signature: str) -> ContentLines:
    """The report of a linked vCard file."""
    refuse_other(signature, "vcf")
    _refuse_large(document)
    return read_lines(document, _CONTACT)


def _refuse_large(body: bytes) -> None:
    if len(body) > LARGEST:
        raise NotGathered(f"The file is larger than {LARGEST:,} bytes and was not read.")


# What each component must hold (RFC 5545, 3.6; RFC 6350, 6.2.1 and 6.7.9).
_CALENDAR = {"VCALENDAR": ("VERSION", "PRODID"), "VEVENT": ("UID", "DTSTAMP"), "VTODO": ("UID", "DTSTAMP")}
_CONTACT = {"VCARD": ("VERSION", "FN")}
_LINE = re.compile(r"([A-Za-z0-9.-]+)((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)", re.DOTALL)
_DATE = re.compile(r"\d{8}(?:T\d{6}Z?)?")


def read_lines(body: bytes, required: dict[str, tuple[str, ...]]) -> ContentLines:
    """The components of these bytes and what they lack."""
    try:
        text, utf8 = body.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        text, utf8 = body.decode("cp1252", "replace"), False
    faults: list[LineFault] = []
    parts: dict[str, int] = {}
    open_parts: list[tuple[str, int, set[str]]] = []
    method = False
    for number, line in unfolded(text):
        found = _LINE.fullmatch(line)
        if found is None:
            faults.append(LineFault(number, "this line has no name and colon"))
            continue
        name, _, value = found[1].upper().rpartition(".")[2], found[2], found[3]
        if name == "BEGIN":
            part = value.strip().upper()
            parts[part] = parts.get(part, 0) + 1
            open_parts.append((part, number, set()))
        elif name == "END":
            if not open_parts or open_parts[-1][0] != value.strip().upper():
                faults.append(LineFault(number, f"END:{value.strip()[:20]} ends nothing that was begun"))
                continue
            part, begun, said = open_parts.pop()
            missing = [n for n in (*required.get(part, ()), *_start_of(part, method)) if n not in said]
            faults += [LineFault(begun, f"{part} has no {n}") for n in missing]
        elif open_parts:
            open_parts[-1][2].add(name)
            method |= name == "METHOD"
            if name in ("DTSTART", "DTEND", "DTSTAMP") and not _DATE.fullmatch(value.strip()):
                faults.append(LineFault(number, f"{name} is “{value.strip()[:30]}”, not as 20250430T120000Z"))
        if len(faults) >= MOST_FAULTS:
            break
    faults += [LineFault(begun, f"{part} is not ended") for part, begun, _ in open_parts if len(faults) < MOST_FAULTS]
    return ContentLines(parts, tuple(faults[:MOST_FAULTS]), utf8)


def _start_of(part: str, method: bool) -> tuple[str, ...]:
    # An event needs its start unless the calendar says METHOD (RFC 5545, 3.6.1).
    return ("DTSTART",) if part == "VEVENT" and not method else ()


def unfolded(text: str) -> list[tuple[int, str]]:
    """Whole lines with the number of their first; a line that begins with white space goes on (3.1)."""
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if line[:1] in (" ", "\t") and found:
            found[-1][1].append(line[1:])
        elif line.strip():
            found.append((number, [line]))
    return [(number, "".join(pieces)) for number, pieces in found]

