"""A linked file of captions: WebVTT, its cues and their times."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, NotGathered, fact
from .content_lines import LineFault
from .signatures import TEXT, TEXTUAL

LARGEST = 5_000_000  # bytes; captions of an hour take about 60,000
MOST_FAULTS = 3  # named one by one
_CLOCK = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t].*)?")
# As SubRip has it: a comma before the thousandths.
_SUBRIP = re.compile(r"\s*\d+:\d\d:\d\d,\d{3}\s*-->")


@dataclass(frozen=True, slots=True)
class Captions:
    """`marked` tells whether the file begins with WEBVTT; `late` is the first line whose cue begins before the one above it."""

    cues: int = 0
    marked: bool = True
    subrip: bool = False
    utf8: bool = True
    words: int = 0
    late: int = 0
    faults: tuple[LineFault, ...] = ()


@fact
def captions(document: bytes, signature: str, promised: str, media_type: str) -> Captions:
    """The report of a linked file that says to be WebVTT, or is."""
    if signature != "vtt" and promised != "vtt" and (promised or media_type != "text/vtt"):
        raise Inapplicable("these are no captions")
    if signature not in (TEXTUAL - {"html"}) | {"vtt", TEXT}:
        raise Inapplicable(f"this says to be WebVTT and is {signature}")
    if len(document) > LARGEST:
        raise NotGathered(f"The captions are larger than {LARGEST:,} bytes and were not read.")
    return read_captions(document)


def read_captions(body: bytes) -> Captions:
    """The cues of these bytes (WebVTT, 4.1 and 6)."""
    try:
        text, utf8 = body.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        text, utf8 = body.decode("cp1252", "replace"), False
    lines = re.split(r"\r\n|\n|\r", text)
    marked = re.match(r"WEBVTT(?:[ \t].*)?\Z", lines[0]) is not None
    faults: list[LineFault] = []
    cues = words = late = 0
    before = -1
    note = True  # whether the block of lines that we are in is the head, a comment, a style or a region
    in_cue = False
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            note = in_cue = False
            continue
        if "-->" in line and not note:
            in_cue = True
            cues += 1
            found = _TIMING.fullmatch(line)
            if found is None:
                faults.append(LineFault(number, f"“{line.strip()[:40]}” is no timing as 00:01.000 --> 00:04.000"))
                continue
            begin, end = _milliseconds(found.groups()[:4]), _milliseconds(found.groups()[4:])
            if end <= begin:
                faults.append(LineFault(number, "the cue ends before it begins"))
            if begin < before:
                late = late or number
            before = begin
        elif in_cue:
            words += len(line.split())
        else:
            note = note or re.match(r"(?:NOTE|STYLE|REGION)(?:\s|\Z)", line) is not None
    subrip = any(_SUBRIP.match(line) for line in lines[:50])
    return Captions(cues, marked, subrip, utf8, words, late, tuple(faults[:MOST_FAULTS]))


def _milliseconds(clock: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in clock)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
