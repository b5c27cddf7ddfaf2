"""Jobs that wait for their turn, and how soon a host may be asked again. Times are seconds of a monotonic clock."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from ..evidence.snapshot import Job
from ..model.url import is_loopback

LONGEST_HOLD = 120.0
UNSAID = 30.0  # for a server that does not say how long


class Waiting:
    """Jobs in order, each held until its host may be asked.

    `rate` is requests a second to one host; loopback has no limit. `now` is the clock.
    """

    def __init__(self, rate: float, now: Callable[[], float]) -> None:
        self._gap = 1.0 / rate if rate else 0.0
        self._now = now
        self._jobs: deque[Job] = deque()
        self._not_before: dict[str, float] = {}
        self._gaps: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._jobs)

    def add(self, job: Job, first: bool = False) -> None:
        """Put a job at the end, or at the head of the queue."""
        (self._jobs.appendleft if first else self._jobs.append)(job)

    def give_up(self) -> list[Job]:
        """Let go of all jobs, and say which they were."""
        jobs, self._jobs = list(self._jobs), deque()
        return jobs

    def drop(self, url: str) -> None:
        """Let go of the page of that address: it was visited by another way."""
        self._jobs = deque(job for job in self._jobs if job.url != url or job.role != "page")

    def slow_down(self, url: str, gap: float) -> None:
        """From now on at most one request in so many seconds to this host (robots.txt Crawl-delay)."""
        self._gaps[_host(url)] = gap

    def hold(self, url: str, seconds: float) -> None:
        """Do not ask this host for so many seconds (Retry-After)."""
        self._not_before[_host(url)] = self._now() + min(seconds, LONGEST_HOLD)

    def next(self) -> Job | None:
        """The first job whose host may be asked now."""
        now = self._now()
        for index, job in enumerate(self._jobs):
            host = _host(job.url)
            if self._not_before.get(host, 0.0) > now:
                continue
            del self._jobs[index]
            gap = 0.0 if is_loopback(job.url) else max(self._gap, self._gaps.get(host, 0.0))
            self._not_before[host] = now + gap
            return job
        return None


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower()


def seconds_of(retry_after: str, date: str = "") -> float:
    """How long a Retry-After asks to wait (RFC 9110, 10.2.3): a number, or a time by the server's own clock (its Date)."""
    if re.fullmatch(r"\d+", retry_after.strip()):
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
        now = parsedate_to_datetime(date) if date else datetime.now(UTC)
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):  # neither, or a time without its zone
        return UNSAID
