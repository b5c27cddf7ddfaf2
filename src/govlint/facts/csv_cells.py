"""What single cells of a table look like: formulas, numbers, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

MOST_COLUMNS = 200
FEWEST_DATES = 3  # cells of one column, so that one odd cell does not make a column of dates

_NUMBER = re.compile(r"[+-]?[\d,]+(?:\.\d+)?(?:[eE][+-]?\d+)?%?")
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_LOCAL_DATE = re.compile(r"(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])[/.-](?:\d{4}|\d\d)(?:\s\d\d?:\d\d(?::\d\d)?)?")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")
# Signs that begin a formula in a spreadsheet, followed by what only a formula has.
_FORMULA = re.compile(r"[=@]\s*[A-Za-z$(+-]|[+-]\s*(?:[A-Za-z]{2,}\(|[A-Z]{1,3}\$?\d)|[\t\r]\s*[=@+-]", re.IGNORECASE)


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run this cell instead of showing it; plain signed numbers and words are not."""
    return _FORMULA.match(cell) is not None


def looks_like_data(cell: str) -> bool:
    """Whether a cell of the first row is a number or date that no column is named by; a year is a name."""
    if _YEAR.fullmatch(cell):
        return False
    digits = sum(c.isdigit() for c in cell)
    return digits >= 3 and any(p.fullmatch(cell) for p in (_NUMBER, _LOCAL_DATE, _ISO_DATE))


def other_dates(rows: Sequence[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of the first date of each column whose dates are written as 03/04/2025."""
    sample = rows[:1000]
    for column in range(min(width, MOST_COLUMNS)):
        cells = [(number, row[column].strip()) for number, row in sample if len(row) > column and row[column].strip()]
        dates = [(number, cell) for number, cell in cells if _LOCAL_DATE.fullmatch(cell)]
        if len(dates) >= FEWEST_DATES and len(dates) * 10 >= len(cells) * 9:
            yield dates[0][0], column + 1, dates[0][1]
