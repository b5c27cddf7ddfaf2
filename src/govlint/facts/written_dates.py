"""Dates as people write them, in English and Welsh."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

# Each month's English names, then its Welsh ones with the soft and nasal forms that follow "o" and "yn".
_MONTHS = (
    "january jan ionawr",
    "february feb chwefror",
    "march mar mawrth fawrth",
    "april apr ebrill",
    "may mai fai",
    "june jun mehefin fehefin",
    "july jul gorffennaf orffennaf",
    "august aug awst",
    "september sept sep medi fedi",
    "october oct hydref",
    "november nov tachwedd dachwedd",
    "december dec rhagfyr",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = "|".join(sorted(_NUMBER, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|af|ain|fed|eg)?\s+(?:of\s+)?)?(?P<month>{_NAME})\.?,?\s+(?P<year>(?:19|20)\d\d)\b"
    rf"|\b(?P<month_first>{_NAME})\.?\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year_after>(?:19|20)\d\d)\b"
    r"|\b(?P<n_day>\d{1,2})[/.](?P<n_month>\d{1,2})[/.](?P<n_year>(?:19|20)\d\d)\b"
    r"|\b(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[date]:
    """The dates in a text, in order; one without a day is the last of its month, an impossible one is left out."""
    for found in _WRITTEN.finditer(text):
        part = found.groupdict()
        month = part["month"] or part["month_first"]
        number = _NUMBER[month.lower()] if month else int(part["n_month"] or part["iso_month"])
        year = int(part["year"] or part["year_after"] or part["n_year"] or part["iso_year"])
        day = part["day"] or part["day_after"] or part["n_day"] or part["iso_day"]
        try:
            yield date(year, number, int(day)) if day else _end_of_month(year, number)
        except ValueError:
            continue


def date_at_start(text: str) -> date | None:
    """The date that a text begins with; None where it begins otherwise."""
    found = _WRITTEN.match(text)
    return next(dates_in(found[0]), None) if found else None


def sentences(text: str) -> list[str]:
    """A text in sentences, as far as full stops tell."""
    return [part for part in re.split(r"(?<=[.!?])(?<!\(No\.)\s+(?=[^a-z])", text) if part.strip()]


def _end_of_month(year: int, month: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(after.toordinal() - 1)
