"""Dates are read as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.facts.written_dates import date_at_start, dates_in, sentences

THIRD = date(2026, 9, 3)


@pytest.mark.parametrize(
    "text",
    [
        "on 3 September 2026.",
        "on 03 September 2026",
        "on 3rd of September 2026",
        "3 Sept. 2026",
        "3 SEP, 2026",
        "September 3, 2026",
        "Sept 3rd 2026",
        "03/09/2026",
        "3.9.2026",
        "2026-09-03",
        "2026-09-03T10:00:00Z",
        "ar 3 Medi 2026",
        "3ydd 3 Medi 2026",
    ],
)
def test_one_day_is_written_in_many_ways(text):
    assert list(dates_in(text)) == [THIRD]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by December 2026", date(2026, 12, 31)),
        ("in February 2028", date(2028, 2, 29)),
        ("erbyn diwedd Mai 2026", date(2026, 5, 31)),
        ("ym mis Ionawr 2026", date(2026, 1, 31)),
    ],
)
def test_a_month_alone_lasts_until_its_end(text, day):
    assert list(dates_in(text)) == [day]


@pytest.mark.parametrize("text", ["31 February 2026", "99/99/2026", "2026-13-01", "version 2.2.20160", "in 2026", "mayor 2026 votes", "3 Sept"])
def test_what_is_no_date_is_left_out(text):
    assert list(dates_in(text)) == []


def test_dates_come_in_order():
    assert list(dates_in("made 1 May 2025, read 2 June 2026")) == [date(2025, 5, 1), date(2026, 6, 2)]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_of_two_centuries_is_read_as_it_was_written(day):
    assert list(dates_in(f"It was read on {day.day} {day:%B %Y} by us.")) == [day]


@given(st.text())
def test_no_text_is_too_odd_to_be_read(text):
    assert all(isinstance(day, date) for day in dates_in(text))


def test_a_sentence_ends_at_a_full_stop_before_a_capital_letter():
    assert sentences("It is v. good. It was read on 3.9.2026. Was it? Yes") == [
        "It is v. good.",
        "It was read on 3.9.2026.",
        "Was it?",
        "Yes",
    ]


def test_a_date_at_the_start_is_told_from_one_further_on():
    assert date_at_start("1 August 2026, or later") == date(2026, 8, 1)
    assert date_at_start("August 2026") == date(2026, 8, 31)
    assert date_at_start("the end of August 2026") is None
