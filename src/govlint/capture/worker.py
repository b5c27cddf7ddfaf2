"""One visit: an address fetched, then shown in a browser to the probes that were asked for."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from ..evidence.gathering import PAGE, crowd, role_of
from ..evidence.snapshot import Exchange, Failure, Job, Observation, Snapshot
from .browser import Browser, BrowserFailed
from .fetch import Session, Unreachable
from .gate import Gate
from .probe import ACTS, DISTURBS, READS, Probe, probes
from .shown import CRASHED

MOST_CRASHES = 2  # of the browser on one page
REFUSED = "refused_addresses"  # an observation of every visit through a gate that had to refuse something
NO_BROWSER = "There is no browser; run `govlint doctor`."


def visit(
    job: Job, session: Session, browser: Browser | None, no_browser: str = NO_BROWSER, gate: Gate | None = None, **limits: Any
) -> Snapshot:
    """All that one visit gives; nothing is raised: what failed stands in the snapshot.

    `browser` may be None, and `no_browser` then says why to whoever wanted its facts.
    `gate` is the one that the browser goes through, if it does. `limits` are handed to `session.get`, as `body_limit` and `may_follow`.
    """
    began, clock = datetime.now(UTC), time.monotonic()
    snapshot = Snapshot(job, began.isoformat(timespec="milliseconds"))
    try:
        exchange = session.get(job.url, **limits)
    except Unreachable as failed:
        snapshot = replace(snapshot, failure=Failure(failed.kind, failed.text))
    else:
        observations = _observed(job, exchange, browser, no_browser, gate)
        snapshot = replace(snapshot, exchange=exchange, observations=observations)
    return replace(snapshot, seconds=round(time.monotonic() - clock, 3))


def _observed(
    job: Job, exchange: Exchange, browser: Browser | None, no_browser: str, gate: Gate | None
) -> dict[str, Observation]:
    known = probes()
    wanted = [known[name] for name in job.wanted if name in known]
    if not wanted or exchange.status >= 300:  # a redirect that was not to be followed, or an error
        return {}
    if role_of(job, exchange) != PAGE:
        reason = f"{exchange.url} is no page: it is {exchange.media_type or 'a document without a media type'}."
        return _missing(wanted, reason)
    if exchange.truncated:  # a browser would take it whole
        return _missing(wanted, f"The answer is not here as a whole: {exchange.truncated}.")
    if too_many := crowd(exchange.body):
        return _missing(wanted, too_many)
    if browser is None:
        return _missing(wanted, no_browser)
    found = _missing([p for p in wanted if p.effect == ACTS], "It could change something on the server, so govlint does not run it.")
    crashes: list[str] = []
    with gate.visit() if gate else nullcontext({}) as refused:
        for together in loads(wanted):
            found.update(_load(together, exchange.url, job, browser, crashes))
            if refused and browser.shows_own_error():  # never to be judged as the page
                found.update(_missing(together, f"{exchange.url} went on to where a scan may not go: {', '.join(refused)}."))
    if refused:
        found[REFUSED] = Observation(REFUSED, "1", dict(refused))
    return found


def loads(wanted: Sequence[Probe]) -> Iterator[list[Probe]]:
    """The probes by page load: those that read share one, and the first that disturbs comes at its end."""
    reading = sorted((p for p in wanted if p.effect == READS), key=lambda probe: not probe.first)
    others = [p for p in wanted if p.effect == DISTURBS]
    if reading:
        yield [*reading, *others[:1]]
        others = others[1:]
    for probe in others:
        yield [probe]


def _load(together: list[Probe], url: str, job: Job, browser: Browser, crashes: list[str]) -> dict[str, Observation]:
    """What these probes say of one page load. `crashes` are those of the browser on this page so far.

    A browser that crashes is not the page's fault until it does so again on the same page.
    """
    found: dict[str, Observation] = {}
    left = list(together)
    shown = False
    while left:
        if len(crashes) >= MOST_CRASHES:
            return {**found, **_missing(left, f"The browser crashed {len(crashes)} times on this page. {crashes[-1]}")}
        probe = left[0]
        try:
            if not shown:
                browser.open(url, job.vantage, first=any(probe.first for probe in together))
                shown = True
            found[probe.name] = Observation(probe.name, probe.version, browser.run(probe, job.vantage))
        except BrowserFailed as failed:
            if failed.kind == CRASHED:
                crashes.append(failed.text)
                shown = False
                continue
            if not shown:  # a second try would fare no better
                return {**found, **_missing(left, failed.text)}
            found.update(_missing([probe], failed.text))
            shown = False
        except Exception as error:  # a probe with a fault costs its own answer, not the scan
            found.update(_missing([probe], f"The probe {probe.name} failed: {type(error).__name__}: {error}"))
            shown = False
        left.remove(probe)
    return found


def _missing(wanted: Sequence[Probe], reason: str) -> dict[str, Observation]:
    return {probe.name: Observation(probe.name, probe.version, missing=reason) for probe in wanted}
