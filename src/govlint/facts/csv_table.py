"""A linked CSV or TSV file: its encoding, its shape, what stands in its first and last rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, fact
from .csv_cells import is_formula, looks_like_data, other_dates
from .signatures import EMPTY, TEXTUAL

MOST_ROWS = 100_000  # rows looked at; a table that is sound for so long is sound
MOST_CELLS = 1_000_000
MOST_NOTED = 20  # rows or cells that are named one by one
DELIMITERS = (",", ";", "\t", "|")
SAMPLE_ROWS = 50
PIECE = 1 << 20  # bytes decoded at once
MEDIA_TYPES = ("text/csv", "application/csv", "text/tab-separated-values")

csv.field_size_limit(1_000_000)  # characters; longer than any cell that Excel can hold (32,767)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to point at: row and column count from 1 in the file."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table as plain data. Rows count from 1 in the file; lists of rows and cells name at most 20.

    `encoding` is utf-8, utf-16 or other; `bad_line` is the first line that is not UTF-8. `ragged` are
    (row, fields) of rows whose number of fields is not the header's `width`; `ragged_count` is how many there are.
    `fault` is a break of the quoting rules and the row where it is noticed; nothing after it was read.
    """

    encoding: str
    byte_order_mark: bool
    delimiter: str
    rows: int = 0
    whole: bool = True
    bad_line: int = 0
    header: tuple[str, ...] = ()
    header_row: int = 1
    title_rows: int = 0
    blank_rows: tuple[int, ...] = ()
    note_rows: tuple[int, ...] = ()
    ragged: tuple[tuple[int, int], ...] = ()
    ragged_count: int = 0
    fault: str = ""
    fault_row: int = 0
    line_ends: tuple[str, ...] = ()
    formulas: tuple[Cell, ...] = ()
    header_like_data: Cell | None = None
    other_dates: tuple[Cell, ...] = ()

    @property
    def width(self) -> int:
        """The number of fields of the header."""
        return len(self.header)


@fact
def csv_table(document: bytes, signature: str, promised: str, media_type: str) -> CsvTable:
    """The table of a linked document that says to be CSV or TSV and holds text."""
    if promised not in ("csv", "tsv", "tab") and (promised or media_type not in MEDIA_TYPES):
        raise Inapplicable("this is not a CSV")
    if signature not in TEXTUAL or signature == EMPTY or (signature == "html" and "html" in media_type):
        raise Inapplicable(f"this says to be a CSV and is {signature}")
    return read_table(document, tabs=promised in ("tsv", "tab") or media_type.startswith("text/tab"))


def read_table(body: bytes, tabs: bool = False) -> CsvTable:
    """The table of these bytes."""
    encoding, mark, bad_line = _encoding(body)
    codec = {"utf-8": "utf-8-sig", "utf-16": "utf-16"}.get(encoding, "cp1252")
    delimiter = "\t" if tabs else _delimiter(_stream(body, codec))
    rows, fault, fault_row, whole = _rows(_stream(body, codec), delimiter)
    said = {"encoding": encoding, "byte_order_mark": mark, "bad_line": bad_line, "delimiter": delimiter}
    return CsvTable(
        **said, **_shape(rows), rows=len(rows), whole=whole, fault=fault, fault_row=fault_row, line_ends=_line_ends(body)
    )


def _shape(rows: list[list[str]]) -> dict[str, object]:
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    last = max((i for i, n in enumerate(filled) if n), default=-1)
    usual = Counter(n for n in filled[:SAMPLE_ROWS] if n > 1).most_common(1)
    usual_width = usual[0][0] if usual else 1
    # A lone cell over a table three or more wide is a title; over two columns it may be a header half empty.
    fewest = 2 if usual_width >= 3 else 1
    start = next((i for i, n in enumerate(filled) if n >= fewest), 0)
    notes = _notes(filled, last) if usual_width >= 3 else ()
    end = notes[0] - 1 if notes else last + 1
    header = rows[start] if rows else []
    within = range(start + 1, end)
    last_data = max((i for i in within if filled[i]), default=start)
    blank = [i + 1 for i in within if not filled[i] and i < last_data]
    ragged = [(i + 1, len(rows[i])) for i in within if filled[i] and len(rows[i]) != len(header)]
    data = [(i + 1, rows[i]) for i in within]
    return {
        "header": tuple(cell.strip() for cell in header),
        "header_row": start + 1,
        "title_rows": start,
        "blank_rows": tuple(blank[:MOST_NOTED]),
        "note_rows": tuple(notes[:MOST_NOTED]),
        "ragged": tuple(ragged[:MOST_NOTED]),
        "ragged_count": len(ragged),
        "formulas": tuple(_formulas(rows))[:MOST_NOTED],
        "header_like_data": _data_in_header(header, start),
        "other_dates": tuple(Cell(*found) for found in other_dates(data, len(header)))[:MOST_NOTED],
    }


def _notes(filled: list[int], last: int) -> tuple[int, ...]:
    """Rows at the end that hold one cell only, after a blank row: the notes that people write under a table."""
    at = last
    while at > 0 and filled[at] <= 1:
        at -= 1
    after = [i for i in range(at + 1, last + 1)]
    return tuple(i + 1 for i in after if filled[i]) if after and not filled[after[0]] else ()


def _formulas(rows: list[list[str]]) -> Iterator[Cell]:
    noted = 0
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if cell[:1] in "=+-@\t\r" and is_formula(cell):
                yield Cell(number, column, cell[:80])
                noted += 1
                if noted >= MOST_NOTED:
                    return


def _data_in_header(header: list[str], start: int) -> Cell | None:
    cells = (Cell(start + 1, column, cell.strip()) for column, cell in enumerate(header, 1))
    return next((cell for cell in cells if looks_like_data(cell.text)), None)


def _rows(text: io.TextIOWrapper, delimiter: str) -> tuple[list[list[str]], str, int, bool]:
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(text, delimiter=delimiter, strict=True):
            cells += len(row)
            if len(rows) >= MOST_ROWS or cells > MOST_CELLS:
                return rows, "", 0, False
            rows.append(row)
    except csv.Error as error:
        said = "a quotation mark is not closed" if "expected after" not in str(error) else "text follows a closing quotation mark"
        return rows, said, len(rows) + 1, False
    return rows, "", 0, True


def _delimiter(text: io.TextIOWrapper) -> str:
    lines = [line for _, line in zip(range(SAMPLE_ROWS), text, strict=False)]

    def steadiness(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
        width, count = max(((w, n) for w, n in widths.items() if w > 1), key=lambda wn: wn[1], default=(1, 0))
        return count, width

    try:
        best = max(DELIMITERS, key=steadiness)
        return best if steadiness(best)[0] else ","
    except csv.Error:
        return ","


def _encoding(body: bytes) -> tuple[str, bool, int]:
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", True, 1
    mark = body.startswith(codecs.BOM_UTF8)
    fault = _not_utf8(body)
    return ("utf-8", mark, 0) if fault is None else ("other", mark, body.count(b"\n", 0, fault) + 1)


def _not_utf8(body: bytes) -> int | None:
    """Where the first byte stands that is not UTF-8; read in pieces, so that no second copy of the whole is made."""
    at, view = 0, memoryview(body)
    while at < len(body):
        piece = view[at : at + PIECE]
        try:
            at += codecs.utf_8_decode(piece, "strict", at + PIECE >= len(body))[1]
        except UnicodeDecodeError as error:
            return at + error.start
    return None


def _line_ends(body: bytes) -> tuple[str, ...]:
    # Outside quotation marks only: a line end within a cell is the writer's own.
    outside = re.sub(rb'"[^"]*+"', b"", body[:10_000_000])
    found = Counter(match[0] for match in re.finditer(rb"\r\n|\r|\n", outside))
    names = {b"\r\n": "CRLF", b"\n": "LF", b"\r": "CR"}
    return tuple(names[end] for end, _ in found.most_common())


def _stream(body: bytes, codec: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(body), codec, errors="replace", newline="")
