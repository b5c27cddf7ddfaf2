"""The files of fixtures/documents that are text: calendars, captions, RTF, data."""

from __future__ import annotations

from collections.abc import Iterator

from office_files import CALENDAR


def text_files() -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes."""
    yield "unix-lines.ics", CALENDAR.format("Bees").replace("\r", "").encode()
    cue = "00:00:01.000 --> 00:00:04.000\r\nThe fee is £5\r\n"
    yield "good.vtt", f"WEBVTT\r\n\r\n{cue}".encode("utf-8-sig")
    yield "pound-cp1252.vtt", f"WEBVTT\r\n\r\n{cue}".encode("cp1252")
    yield "subrip.vtt", f"1\r\n{cue.replace('.', ',')}".encode()
    words = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}{\info{\title Keep bees}}\f0 Say which \{kind\} of bee you keep.\par}"
    yield "good.rtf", words.encode()
    yield "cut.rtf", words[:60].encode()
    yield "embedded.rtf", words.replace(r"\par", r"{\object\objemb{\*\objclass Excel.Sheet.8}{\*\objdata 01050000}}\par").encode()
