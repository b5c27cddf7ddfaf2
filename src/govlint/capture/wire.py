"""A line of our own to one tab, on which a command need not wait for the answer to the one before."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from websocket import WebSocket, WebSocketException, WebSocketTimeoutException, create_connection

from .shown import Gone, is_gone

ENDED = ("Inspector.targetCrashed", "Inspector.detached")


class Wire:
    """Connected to the tab that the driver calls `tab`; `address` is the host and port at which the browser listens.

    `seconds` is the patience with one call. Raises OSError, of which TimeoutError, and Gone where the document was left.
    """

    def __init__(self, address: str, tab: str, seconds: float) -> None:
        self.tab = tab
        self._seconds = seconds
        self._sent = 0
        host, _, port = address.rpartition(":")
        # With a socket of its own making the library would go by the proxy of the environment.
        plain = socket.create_connection((host, int(port)), seconds)
        try:
            self._socket: WebSocket = create_connection(
                f"ws://{address}/devtools/page/{tab}", timeout=seconds, suppress_origin=True, socket=plain
            )
            self.ask([("Inspector.enable", {})])
        except WebSocketException as error:
            plain.close()
            raise ConnectionError(f"no line to the browser's tab: {error}") from error

    def ask(self, commands: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Any]:
        """The answers to commands of the DevTools protocol, each (method, parameters), in their order."""
        until = time.monotonic() + self._seconds
        first = self._sent + 1
        try:
            for method, given in commands:
                self._sent += 1
                self._socket.send(json.dumps({"id": self._sent, "method": method, "params": dict(given)}))
            answers: dict[int, Any] = {}
            while len(answers) <= self._sent - first:
                told = self._told(until)
                if told.get("id", 0) >= first:
                    answers[told["id"]] = _result(told)
        except WebSocketTimeoutException:
            raise TimeoutError(f"no answer within {self._seconds:g} seconds") from None
        except WebSocketException as error:
            raise ConnectionError(str(error)) from error
        return [answers[number] for number in sorted(answers)]

    def close(self) -> None:
        """Hang up."""
        with suppress(OSError, WebSocketException):
            self._socket.shutdown()

    def _told(self, until: float) -> dict[str, Any]:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"no answer within {self._seconds:g} seconds")
        self._socket.settimeout(left)
        told = json.loads(self._socket.recv())
        if told.get("method") in ENDED:
            raise ConnectionError(f"the tab is gone: {told['method']}")
        return told


def _result(told: Mapping[str, Any]) -> Any:
    if "error" not in told:
        return told["result"]
    said = str(told["error"].get("message", "no reason given"))
    if is_gone(said):
        raise Gone("not-shown", "The page went on to another document while it was looked at.")
    raise ConnectionError(said)
