"""What an earlier scan of the same kind holds of an address, and whether it may stand for a new visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..capture.probe import probes
from ..evidence.snapshot import Job, Snapshot
from ..evidence.store import Store

RECENT = "Not asked for again: the evidence is of {at}, which is not older than --fresh-for allows."
UNCHANGED = "The server says that it is unchanged since {at}; what it loads, as style sheets and scripts, was not asked for."


@dataclass(frozen=True, slots=True)
class Known:
    """A snapshot that is at hand, if there is one; with `ask`, the server is asked whether it still holds.

    With `look` it is what was fetched, and the page has still to be shown in a browser.
    """

    snapshot: Snapshot | None = None
    ask: bool = False
    look: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing has to be gathered."""
        return self.snapshot is not None and not self.ask and not self.look


class Earlier:
    """The snapshots of this scan, and those of the one before where `fresh_for` (seconds) lets them be used."""

    def __init__(self, store: Store, key: str, fresh_for: int | None, now: datetime) -> None:
        self._store, self._key, self._fresh_for, self._now = store, key, fresh_for, now

    def of(self, job: Job) -> Known:
        """What is known of this job."""
        known = self._store.load(self._key, job)
        if known is not None:
            began = datetime.fromisoformat(self._store.started(self._key))
            return Known(_dated(known, job) if datetime.fromisoformat(known.at) < began else replace(known, job=job))
        earlier = self._store.load_earlier(self._key, job) if self._fresh_for else None
        if earlier is None or not _is_whole(earlier):
            return Known()
        if self._now - datetime.fromisoformat(earlier.at) > timedelta(seconds=self._fresh_for):
            return Known(replace(earlier, job=job), ask=True)
        self._store.take(self._key, job)
        return Known(_dated(earlier, job))


def unchanged(earlier: Snapshot, asked: Snapshot) -> Snapshot:
    """An earlier snapshot to which the server answered 304 now: its date is that of the answer, its evidence is older.

    The headers that came with the answer take the place of the earlier ones (RFC 9111, 3.2).
    """
    newer = {name: value for name, value in asked.exchange.headers if name not in ("content-length", "content-type", "content-encoding")}
    kept = tuple(pair for pair in earlier.exchange.headers if pair[0] not in newer)
    headers = kept + tuple(pair for pair in asked.exchange.headers if pair[0] in newer)
    at = earlier.evidence_at or earlier.at
    return replace(
        earlier, job=asked.job, at=asked.at, seconds=asked.seconds, exchange=replace(earlier.exchange, headers=headers),
        evidence_at=at, reused=UNCHANGED.format(at=at),
    )  # fmt: skip


def validators(earlier: Snapshot) -> dict[str, str]:
    """The headers that ask for an answer only if it is another one than before; none where the server gave no means."""
    exchange = earlier.exchange
    if exchange.redirects or exchange.status != 200:
        return {}
    etag, modified = exchange.header("etag"), exchange.header("last-modified")
    return {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}


def _dated(snapshot: Snapshot, job: Job) -> Snapshot:
    """A snapshot of an earlier scan, which says so."""
    at = snapshot.evidence_at or snapshot.at
    return replace(snapshot, job=job, evidence_at=at, reused=snapshot.reused or RECENT.format(at=at))


def _is_whole(snapshot: Snapshot) -> bool:
    """Whether the visit brought all that was wanted, by the probes as they are now."""
    exchange, known = snapshot.exchange, probes()
    if exchange is None and snapshot.failure is None:  # of a door, not of an address
        return bool(snapshot.observations) and not any(seen.missing for seen in snapshot.observations.values())
    if exchange is None or exchange.status >= 500 or exchange.status == 429:
        return False
    return all(
        not seen.missing and name in known and seen.version == known[name].version for name, seen in snapshot.observations.items()
    )
