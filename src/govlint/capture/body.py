"""The body of an answer, read piece by piece within limits."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from urllib3.exceptions import HTTPError

from .deadline import Deadline
from .limits import Limits
from .unreachable import Unreachable, explained, timed_out

PIECE = 65_536  # bytes asked for at once
KEPT = 65_536  # bytes of a document that was cut: nobody judges it, and its first bytes tell what it is


def read_body(
    raw: Any,
    url: str,
    limit: int,
    limits: Limits,
    deadline: Deadline,
    stop: Callable[[], bool] | None = None,
    document: bool = False,
) -> tuple[bytes, str]:
    """The decoded body, and why it was cut if it was; raises Unreachable if nothing came.

    `raw` is the answer of urllib3, `limit` in bytes after decompression. A linked `document` has to come
    without dripping, is not read where it says to be too large, and when it was cut only its beginning is kept.
    """
    said = raw.length_remaining or 0
    if document and said > limit and not raw.headers.get("content-encoding"):
        return b"", f"not read, for it says to be {said:,} bytes, above the limit of {limit:,}"
    body, size = io.BytesIO(), 0  # gives its bytes away without a copy of them
    while True:
        if stop is not None and stop():
            return body.getvalue(), "cut because the scan was stopped"
        piece, cut = _piece(raw, url, limits, deadline, begun=bool(size))
        size += body.write(piece)
        if document:
            deadline.allow(limits.document_start + raw.tell() / limits.pace)
        cut = cut or _too_much(size, raw.tell(), limit, limits)
        if cut or not piece:
            body.truncate(min(size, KEPT if cut and document else limit))
            return body.getvalue(), cut


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
    if deadline.drips:
        return b"", f"cut after {deadline.seconds:.0f} seconds, for it came slower than {limits.pace:,} bytes a second"
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
