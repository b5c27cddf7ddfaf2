"""What a host's TLS server agrees to: a handshake of today, one that trusts nobody, and three that it should refuse.

Each is a connection of its own, one after the other, and over when the server has answered.
"""

from __future__ import annotations

import base64
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from ..model.url import host_of, is_loopback
from .borders import Names
from .deadline import Deadline
from .hello import BLOCK_SUITES, HEADER, OLD_SUITES, TLS_1_0, TLS_1_1, TLS_1_2, hello, reply, wanted
from .limits import Limits
from .upstream import upstream_for

PAUSE = 0.5  # seconds between two connections to a host that is not this machine: the rate of a crawl
ACCEPTED, REFUSED = "accepted", "refused"
PROTOCOLS = ["h2", "http/1.1"]
Open = Callable[[], Any]


class NoAnswer(Exception):
    """Nothing can be known of the host; the text says why."""


def shake(url: str, names: Names | None, roots: str, limits: Limits) -> dict[str, Any]:
    """The fact `handshake` of an https address; raises NoAnswer, and Refused for where a scan may not go.

    `roots` is a file or folder of the certificates that are trusted.
    """
    host, port = host_of(url), urlsplit(url).port or 443
    if not is_loopback(url) and upstream_for(host, port) is not None:
        raise NoAnswer(f"A proxy stands before {host}, so its TLS server cannot be reached from here.")
    numbers = (names.admitted(url) if names else ()) or (host,)

    @contextmanager
    def connected() -> Iterator[socket.socket]:
        with Deadline(limits.total) as deadline:
            if not is_loopback(url) and connected.used:  # type: ignore[attr-defined]
                time.sleep(PAUSE)
            connected.used = True  # type: ignore[attr-defined]
            opened = _connection(numbers, port, limits)
            with opened:
                opened.settimeout(limits.read)
                deadline.watch(opened)
                yield opened

    connected.used = False  # type: ignore[attr-defined]
    try:
        agreed = _agreed(connected, host)
        name = "" if _is_number(host) else host
        return {
            "host": host, "port": port, **agreed,
            "trust": _trust(connected, host, roots) if agreed["certificate"] else {"code": -1, "text": agreed["refusal"]},
            "old": {
                "TLS 1.0": _offered(connected, name, TLS_1_0, OLD_SUITES),
                "TLS 1.1": _offered(connected, name, TLS_1_1, OLD_SUITES),
            },
            "suites": _offered(connected, name, TLS_1_2, BLOCK_SUITES),
        }  # fmt: skip
    except OSError as error:
        raise NoAnswer(f"{host} could not be connected to on port {port}: {error.strerror or error}.") from None


def _connection(numbers: tuple[str, ...], port: int, limits: Limits) -> socket.socket:
    problem = OSError("it has no address")
    for number in numbers:
        try:
            return socket.create_connection((number, port), limits.connect)
        except OSError as error:
            problem = error
    raise problem


def _agreed(connected: Open, host: str) -> dict[str, Any]:
    """Version, protocol and certificate of a handshake that asks for no trust."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(PROTOCOLS)
    context.set_ciphers("ALL:@SECLEVEL=0")  # to see a weak key, not to refuse it
    with connected() as plain:
        number = plain.getpeername()[0]
        try:
            with context.wrap_socket(plain, server_hostname=host) as secure:
                given = base64.b64encode(secure.getpeercert(binary_form=True) or b"").decode()
                return {
                    "number": number, "version": secure.version() or "", "refusal": "",
                    "alpn": secure.selected_alpn_protocol() or "", "certificate": given,
                }  # fmt: skip
        except OSError as error:
            return {"number": number, "version": "", "refusal": _reason(error), "alpn": "", "certificate": ""}


def _trust(connected: Open, host: str, roots: str) -> dict[str, Any]:
    """What a handshake says that trusts the roots alone."""
    context = ssl.create_default_context()
    _load(context, roots)
    with connected() as plain:
        try:
            with context.wrap_socket(plain, server_hostname=host):
                return {"code": 0, "text": ""}
        except ssl.SSLCertVerificationError as fault:
            return {"code": fault.verify_code, "text": fault.verify_message}
        except OSError as error:
            return {"code": -1, "text": _reason(error)}


def _load(context: ssl.SSLContext, roots: str) -> None:
    try:
        context.load_verify_locations(cafile=roots)
    except IsADirectoryError:
        context.load_verify_locations(capath=roots)


def _offered(connected: Open, host: str, version: int, suites: tuple[int, ...]) -> str:
    """Whether the server goes along with this version and none of today's suites."""
    with connected() as plain:
        try:
            plain.sendall(hello(host, version, suites))
            record = _record(plain)
        except (ConnectionError, BrokenPipeError):
            return REFUSED  # some servers hang up instead of saying no
        except OSError:
            return "the server gave no answer"
    if not record:
        return REFUSED
    answer = reply(record)
    if answer is None:
        return "the server's answer is not in TLS"
    return ACCEPTED if answer.agreed and answer.version == version else REFUSED


def _record(plain: socket.socket) -> bytes:
    """The first record of an answer; empty where the server hung up."""
    found = b""
    while len(found) < HEADER or len(found) < wanted(found):
        piece = plain.recv(4096)
        if not piece:
            return found if len(found) >= HEADER else b""
        found += piece
    return found[: wanted(found)]


def _reason(error: OSError) -> str:
    said = getattr(error, "reason", None) or error.strerror or type(error).__name__
    return re.sub(r"_", " ", str(said)).lower()


def _is_number(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdigit()
