"""The clock on the wall over one visit.

A timeout of a socket counts from one piece of an answer to the next, so a server
that sends one byte a second holds a reader for ever. Here the connection itself is
cut when the time is over, whatever is being waited for: handshake, headers or body.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

_here = threading.local()


class Deadline:
    """Cuts the connections that this thread opens or uses inside the `with`, after `seconds`.

    With `start` it cuts them after so many seconds already, unless `allow` gave more by then.

    `passed` is true from then on; `reused` is true when the last request went
    over a connection that had served one before. A new connection goes to one of
    the numbers of `only`, where there are any, whatever its host stands for by now.
    """

    def __init__(self, seconds: float, start: float | None = None) -> None:
        self.seconds = min(seconds, start or seconds)
        self._most = seconds
        self._began = time.monotonic()
        self._over = False
        self.passed = False
        self.reused = False
        self.only: tuple[str, ...] = ()
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._timer = self._timed(self.seconds)

    def __enter__(self) -> Deadline:
        _here.deadline = self
        self._timer.start()
        return self

    def allow(self, seconds: float) -> None:
        """Let it take so long from its beginning, but never longer than was said at first."""
        self.seconds = max(self.seconds, min(seconds, self._most))

    def __exit__(self, *_: object) -> None:
        _here.deadline = None
        with self._lock:
            self._over = True
            self._timer.cancel()
            for watched in self._sockets:
                watched.close()
            self._sockets.clear()

    @property
    def drips(self) -> bool:
        """Whether it was cut before the time that was said at first, because no more was allowed."""
        return self.passed and self.seconds < self._most

    def watch(self, watched: socket.socket) -> None:
        """Cut this connection too when the time is over."""
        # A second descriptor of the same connection: TLS takes the first one away.
        twin = socket.socket(fileno=socket.dup(watched.fileno()))
        with self._lock:
            self._sockets.append(twin)
            if self.passed:
                _cut(twin)

    def _timed(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._strike)
        timer.daemon = True
        return timer

    def _strike(self) -> None:
        left = self._began + self.seconds - time.monotonic()
        with self._lock:
            if self._over:
                return
            if left > 0:  # more was allowed meanwhile
                self._timer = self._timed(left)
                self._timer.start()
                return
            self.passed = True
            for watched in self._sockets:
                _cut(watched)


def _cut(watched: socket.socket) -> None:
    with contextlib.suppress(OSError):
        watched.shutdown(socket.SHUT_RDWR)


class _Watched:
    """A connection that tells the deadline of its thread which socket is in use."""

    sock: socket.socket | None
    _dns_host: str
    _served = False

    def _new_conn(self) -> socket.socket:
        deadline = getattr(_here, "deadline", None)
        made = self._connected(deadline.only if deadline else ())
        if deadline:
            deadline.watch(made)
        return made

    def _connected(self, only: tuple[str, ...]) -> socket.socket:
        """A connection to the first of these numbers that takes one; the host stays the one that TLS asks for."""
        name = self._dns_host
        try:
            for number in only[:-1]:
                self._dns_host = number
                with contextlib.suppress(NewConnectionError, ConnectTimeoutError):
                    return super()._new_conn()  # type: ignore[misc]
            self._dns_host = only[-1] if only else name
            return super()._new_conn()  # type: ignore[misc]
        finally:
            self._dns_host = name

    def request(self, *args: Any, **kwargs: Any) -> None:
        deadline = getattr(_here, "deadline", None)
        if deadline:
            deadline.reused = self._served
            if self._served and self.sock is not None:
                deadline.watch(self.sock)
        self._served = True
        super().request(*args, **kwargs)  # type: ignore[misc]


class WatchedConnection(_Watched, HTTPConnection):
    """A watched connection without encryption."""


class WatchedTLSConnection(_Watched, HTTPSConnection):
    """A watched connection over TLS."""


class WatchedPool(HTTPConnectionPool):
    """The watched connections of one http host."""

    ConnectionCls = WatchedConnection


class WatchedTLSPool(HTTPSConnectionPool):
    """The watched connections of one https host."""

    ConnectionCls = WatchedTLSConnection


POOLS = {"http": WatchedPool, "https": WatchedTLSPool}
