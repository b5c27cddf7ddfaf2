"""One visit: an address fetched, then shown in a browser to the probes that were asked for."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from ..evidence.gathering import PAGE, crowd, role_of
from ..evidence.memory import Memory
from ..evidence.snapshot import Exchange, Failure, Job, Observation, Snapshot
from .browser import Browser
from .fetch import Session, Unreachable
from .gate import Gate
from .past import Past
from .probe import ACTS, DISTURBS, READS, Probe, probes
from .showing import Showing, missing

REFUSED = "refused_addresses"  # an observation of every visit through a gate that had to refuse something
NO_BROWSER = "There is no browser; run `govlint doctor`."


def visit(
    job: Job, session: Session, browser: Browser | None, no_browser: str = NO_BROWSER, gate: Gate | None = None,
    memory: Memory | None = None, **limits: Any,
) -> Snapshot:  # fmt: skip
    """All that one visit gives; nothing is raised: what failed stands in the snapshot.

    `browser` may be None, and `no_browser` then says why to whoever wanted its facts.
    `gate` is the one that the browser goes through, if it does. What `memory` holds of a page that is still the
    same is not asked again. `limits` are handed to `session.get`, as `document` and `may_follow`.
    """
    began, clock = datetime.now(UTC), time.monotonic()
    snapshot = Snapshot(job, began.isoformat(timespec="milliseconds"))
    try:
        exchange = session.get(job.url, **limits)
    except Unreachable as failed:
        return replace(snapshot, failure=Failure(failed.kind, failed.text), seconds=round(time.monotonic() - clock, 3))
    return look(replace(snapshot, exchange=exchange, seconds=time.monotonic() - clock), browser, no_browser, gate, memory)


def look(
    snapshot: Snapshot, browser: Browser | None, no_browser: str = NO_BROWSER, gate: Gate | None = None, memory: Memory | None = None
) -> Snapshot:
    """A visit with all that its job wants of the browser: what was fetched is not fetched again. For the rest as `visit`."""
    clock = time.monotonic()
    observations = _observed(snapshot.job, snapshot.exchange, browser, no_browser, gate, memory)
    return replace(snapshot, observations=observations, seconds=round(snapshot.seconds + time.monotonic() - clock, 3))


def _observed(
    job: Job, exchange: Exchange, browser: Browser | None, no_browser: str, gate: Gate | None, memory: Memory | None
) -> dict[str, Observation]:
    known = probes()
    wanted = [known[name] for name in job.wanted if name in known]
    if not wanted or exchange.status >= 300:  # a redirect that was not to be followed, or an error
        return {}
    if role_of(job, exchange) != PAGE:
        reason = f"{exchange.url} is no page: it is {exchange.media_type or 'a document without a media type'}."
        return missing(wanted, reason)
    if exchange.truncated:  # a browser would take it whole
        return missing(wanted, f"The answer is not here as a whole: {exchange.truncated}.")
    if too_many := crowd(exchange.body):
        return missing(wanted, too_many)
    if browser is None:
        return missing(wanted, no_browser)
    found = missing([p for p in wanted if p.effect == ACTS], "It could change something on the server, so govlint does not run it.")
    past = Past(memory, exchange.url, job.vantage) if memory else None
    showing = Showing(exchange.url, job.vantage, browser, past)
    wanted = [probe for probe in wanted if probe.effect != ACTS]
    found.update({p.name: Observation(p.name, p.version, None) for p in wanted if not p.concerns(exchange.body)})
    wanted = [probe for probe in wanted if probe.name not in found]
    with gate.visit() if gate else nullcontext({}) as refused:
        found.update(_ours(showing.recall(wanted), wanted, exchange.url, browser, refused))
        for together in loads([probe for probe in wanted if probe.name not in found]):
            found.update(_ours(showing.ask(together), together, exchange.url, browser, refused))
            showing.over()
    if refused:
        found[REFUSED] = Observation(REFUSED, "1", dict(refused))
    return found


def _ours(
    found: dict[str, Observation], wanted: Sequence[Probe], url: str, browser: Browser, refused: Mapping[str, str]
) -> dict[str, Observation]:
    """The answers, unless the browser shows an error page of its own: that is never to be judged as the page."""
    if not refused or not browser.shows_own_error():
        return found
    return {**found, **missing(wanted, f"{url} went on to where a scan may not go: {', '.join(refused)}.")}


def loads(wanted: Sequence[Probe]) -> Iterator[list[Probe]]:
    """The probes by page load: those that read share one, and the first that disturbs comes at its end."""
    reading = sorted((p for p in wanted if p.effect == READS), key=lambda probe: not probe.first)
    others = [p for p in wanted if p.effect == DISTURBS]
    if reading:
        yield [*reading, *others[:1]]
        others = others[1:]
    for probe in others:
        yield [probe]
