"""What is asked of a host beside its pages, once a site: its TLS server and its name servers."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from ..evidence.snapshot import Failure, Job, Observation, Snapshot
from ..model.url import host_of
from .borders import LIFT, Refused
from .fetch import Session
from .handshake import NoAnswer, shake

VERSION = "1"


def knock(job: Job, session: Session) -> Snapshot | None:
    """The answer at the door that a job is for, as an observation; None for a job that is for an address."""
    if job.role not in _DOORS:
        return None
    snapshot, clock = Snapshot(job, datetime.now(UTC).isoformat(timespec="milliseconds")), time.monotonic()
    try:
        seen = Observation(job.role, VERSION, _DOORS[job.role](job, session))
    except NoAnswer as reason:
        seen = Observation(job.role, VERSION, missing=str(reason))
    except Refused as refused:
        return replace(snapshot, failure=Failure("refused-address", f"{refused}. {LIFT}"))
    return replace(snapshot, observations={job.role: seen}, seconds=round(time.monotonic() - clock, 3))


def _handshake(job: Job, session: Session) -> dict[str, Any]:
    return shake(job.url, session.names, session.roots, session.limits)


def _dns(job: Job, session: Session) -> dict[str, Any]:
    from .names import look_up  # only public sites are asked, and what it stands on takes 50 ms to load

    if session.names is not None:
        session.names.admitted(job.url, by_proxy=True)
    return look_up(host_of(job.url))


_DOORS = {"handshake": _handshake, "dns": _dns}
