"""Jobs wait until their host may be asked."""

from __future__ import annotations

import pytest

from govlint.evidence.snapshot import Job
from govlint.scan.waiting import UNSAID, Waiting, seconds_of


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_two_requests_to_one_host_keep_the_rate():
    clock = Clock()
    waiting = Waiting(2.0, clock)
    for n in range(2):
        waiting.add(Job(f"https://a.example/{n}"))

    assert waiting.next().url.endswith("/0")
    assert waiting.next() is None
    clock.now = 0.5
    assert waiting.next().url.endswith("/1")


def test_another_host_need_not_wait():
    waiting = Waiting(2.0, Clock())
    for host in "ab":
        waiting.add(Job(f"https://{host}.example/"))
    waiting.next()

    assert "https://b.example/" == waiting.next().url


def test_loopback_has_no_rate():
    waiting = Waiting(0.1, Clock())
    for n in range(2):
        waiting.add(Job(f"http://127.0.0.1:8000/{n}"))
    waiting.next()

    assert waiting.next() is not None


def test_a_host_that_asked_for_time_gets_it_but_not_for_ever():
    clock = Clock()
    waiting = Waiting(1000.0, clock)
    waiting.add(Job("http://127.0.0.1/"))
    waiting.hold("http://127.0.0.1/", 10_000)

    assert waiting.next() is None
    clock.now = 121
    assert waiting.next() is not None


def test_the_delay_of_robots_txt_is_kept():
    clock = Clock()
    waiting = Waiting(1000.0, clock)
    waiting.slow_down("https://a.example/", 5.0)
    for n in range(2):
        waiting.add(Job(f"https://a.example/{n}"))
    waiting.next()
    clock.now = 4.9

    assert waiting.next() is None


@pytest.mark.parametrize(("said", "date", "seconds"), [
    ("7", "", 7), (" 7 ", "", 7), ("0", "", 0),
    ("Thu, 26 Nov 2026 10:00:40 GMT", "Thu, 26 Nov 2026 10:00:00 GMT", 40),
    ("Thu, 26 Nov 2026 09:00:00 GMT", "Thu, 26 Nov 2026 10:00:00 GMT", 0),
    ("soon", "", UNSAID), ("-1", "", UNSAID),
])  # fmt: skip
def test_a_server_says_how_long_to_wait_in_seconds_or_by_its_own_clock(said, date, seconds):
    assert seconds_of(said, date) == seconds
