"""The day of a visit is that of the server's clock, and of our own where it has none."""

from datetime import date

import pytest

from govlint import NotGathered
from govlint.facts.clock import today
from govlint.facts.http import Headers

OURS = "2026-08-22T23:30:00.000+00:00"


def test_the_date_header_comes_first():
    assert today(Headers([("Date", "Wed, 05 Aug 2026 10:00:00 GMT")]), OURS) == date(2026, 8, 5)


def test_the_day_is_that_in_utc():
    assert today(Headers([("Date", "Wed, 05 Aug 2026 23:30:00 -0200")]), OURS) == date(2026, 8, 6)


@pytest.mark.parametrize("headers", [[], [("Date", "yesterday")], [("Date", "Wed, 99 Aug 2026 10:00:00 GMT")]])
def test_a_server_without_a_clock_is_dated_by_the_visit(headers):
    assert today(Headers(headers), OURS) == date(2026, 8, 22)


def test_without_either_the_day_is_not_known():
    with pytest.raises(NotGathered):
        today(Headers([]))
