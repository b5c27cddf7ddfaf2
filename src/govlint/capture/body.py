"""The body of an answer, read piece by piece within limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from urllib3.exceptions import HTTPError

from .deadline import Deadline
from .limits import Limits
from .unreachable import Unreachable, explained, timed_out

PIECE = 65_536  # bytes asked for at once


def read_body(
    raw: Any,
    url: str,
    limit: int,
    limits: Limits,
    deadline: Deadline,
    stop: Callable[[], bool] | None = None,
) -> tuple[bytes, str]:
    """The decoded body, and why it was cut if it was; raises Unreachable if nothing came.

    `raw` is the answer of urllib3, `limit` in bytes after decompression.
    """
    body = bytearray()
    while True:
        if stop is not None and stop():
            return bytes(body), "cut because the scan was stopped"
        piece, cut = _piece(raw, url, limits, deadline, begun=bool(body))
        body += piece
        cut = cut or _too_much(len(body), raw.tell(), limit, limits)
        if cut or not piece:
            return bytes(body[:limit]), cut


def _piece(
    raw: Any, url: str, limits: Limits, deadline: Deadline, begun: bool
) -> tuple[bytes, str]:
    """The next piece, empty at the end, and why nothing more will come."""
    try:
        # No more than was promised, lest what follows it be taken for the body.
        piece = raw.read1(min(PIECE, raw.length_remaining or PIECE), decode_content=True)
    except (HTTPError, OSError) as error:
        piece = b""
        reason = explained(error, url, limits.read, answering=True)
        if not deadline.passed:
            return _silence(reason, limits, begun)
    if not deadline.passed:
        return piece or b"", ""
    if not begun:
        raise timed_out(url, deadline.seconds)
    return b"", f"cut after {deadline.seconds:g} seconds, the limit of a visit"


def _silence(reason: Unreachable, limits: Limits, begun: bool) -> tuple[bytes, str]:
    if reason.kind == "time-out" and begun:
        return b"", f"cut after {limits.read:g} seconds of silence"
    raise reason


def _too_much(size: int, wire: int, limit: int, limits: Limits) -> str:
    if size > limit:
        return f"cut at {limit:,} bytes, the limit of a body"
    if size > limits.ratio_from and size > limits.ratio * max(wire, 1):
        return (
            f"cut at {size:,} bytes, decompressed from {wire:,}: above the limit of"
            f" {limits.ratio} to 1"
        )
    return ""
