"""Why an address gave no answer, in plain words."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator

from urllib3 import exceptions as urllib3

from ..evidence.snapshot import Failure


class Unreachable(Exception):
    """An address gave no answer that could be judged.

    `kind` is the name of a rule of the engine: `dead-host`, `time-out`, `tls-error`,
    `redirect-loop`, `bad-address` or `bad-answer`.
    """

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(kind, text)
        self.kind = kind
        self.text = text

    def __str__(self) -> str:
        return self.text

    @property
    def failure(self) -> Failure:
        """The same as plain data for a snapshot."""
        return Failure(self.kind, self.text)


def explained(error: BaseException, url: str, seconds: float, answering: bool) -> Unreachable:
    """What an error of the network means; `answering` when the headers had come already."""
    chain = list(_chain(error))
    if _first(chain, TimeoutError, urllib3.ReadTimeoutError):
        connecting = _first(chain, urllib3.ConnectTimeoutError) is not None
        return timed_out(url, seconds, connecting)
    if _first(chain, urllib3.DecodeError):
        return Unreachable("bad-answer", f"{url} sends a body that its own Content-Encoding cannot"
                           " unpack. Correct that header, or what compresses the answer.")
    if answering:
        return Unreachable("bad-answer", f"{url} broke off in the middle of its answer: it sent"
                           " less than its headers promised. Look for the cause on the server.")
    return _before_answer(chain, url)


def timed_out(url: str, seconds: float, connecting: bool = False) -> Unreachable:
    """There was no answer in time."""
    what = "could not be connected to" if connecting else "gave no answer"
    return Unreachable("time-out", f"{url} {what} within {seconds:g} seconds. Check that the"
                       " service runs and can be reached from here.")


def _before_answer(chain: list[BaseException], url: str) -> Unreachable:
    if _first(chain, urllib3.ProxyError):
        return Unreachable("dead-host", f"The proxy on the way to {url} did not let it through."
                           " Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY.")
    if found := _first(chain, ssl.SSLError, urllib3.SSLError):
        return _no_tls(found, url)
    if _first(chain, socket.gaierror, urllib3.NameResolutionError):
        return Unreachable("dead-host", f"The host of {url} has no entry in DNS. Check the spelling,"
                           " or whether the host is known from here.")
    if _first(chain, ConnectionRefusedError):
        return Unreachable("dead-host", f"Nothing listens at {url}: the connection was refused."
                           " Check that the service runs and the port is right.")
    if _first(chain, ConnectionError):
        return Unreachable("dead-host", f"The server of {url} closed the connection without an"
                           " answer. Look for the cause on the server.")
    if found := _first(chain, http.client.HTTPException, urllib3.ProtocolError):
        return Unreachable("bad-answer", f"{url} did not answer in HTTP: {_protocol(found)}."
                           " Check the port, and what the server sends.")
    if found := _first(chain, OSError):
        return Unreachable("dead-host", f"{url} cannot be reached: {found.strerror or found}."
                           " Check the network from here to that host.")
    return Unreachable("bad-answer", f"{url} gave an answer that is not HTTP. Check what it sends.")


def _no_tls(found: BaseException, url: str) -> Unreachable:
    if isinstance(found, ssl.SSLCertVerificationError):
        why = found.verify_message.rstrip(".")
        return Unreachable("tls-error", f"The certificate of {url} is not valid: {why}."
                           " Renew or correct the certificate.")
    why = (getattr(found, "reason", None) or "the handshake failed").replace("_", " ").lower()
    return Unreachable("tls-error", f"No encrypted connection to {url}: {why}. Check that the port"
                       " speaks TLS 1.2 or later, or whether http:// was meant.")


def _protocol(found: BaseException) -> str:
    if isinstance(found, http.client.LineTooLong):
        return "a header line is longer than 65,536 bytes"
    if isinstance(found, http.client.BadStatusLine):
        return f"the first line is {found.line.strip()[:60]!r}"
    return str(found) or type(found).__name__


def _first(chain: list[BaseException], *kinds: type[BaseException]) -> BaseException | None:
    return next((error for error in chain if isinstance(error, kinds)), None)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and those it wraps, the innermost first: libraries hide them in three manners."""
    inner = [error.__cause__, error.__context__, getattr(error, "reason", None), *error.args]
    for wrapped in inner:
        if isinstance(wrapped, BaseException) and wrapped is not error:
            yield from _chain(wrapped)
    yield error
