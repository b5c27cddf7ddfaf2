"""Addresses: one canonical spelling per page, and which of them belong together.

Nothing here asks the network or a name server.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from functools import lru_cache
from urllib.parse import unquote, urlsplit

LONGEST = 8192  # characters; common servers refuse longer request lines with 414
DEFAULT_PORTS = {"http": 80, "https": 443}
LOCAL_ENDINGS = (".localhost", ".local", ".internal", ".home.arpa", ".lan")

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_KEPT = _UNRESERVED | frozenset("!$&'()*+,;=:@/")
_PIECE = re.compile(r"%[0-9A-Fa-f]{2}|.", re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@/]*")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_KNOWN = 2048  # addresses that are read once: more than one page links to


class BadAddress(ValueError):
    """The text is not the address of something on the web, and the message says why."""


@lru_cache(maxsize=_KNOWN)
def canonical(url: str) -> str:
    """The one spelling of an http or https address; raises BadAddress.

    Scheme and host in lower case, no default port, no fragment, dot segments
    resolved, percent-encoding as RFC 3986 section 6.2.2 has it, query in order.
    """
    scheme, host, port, path, query = _parts(url)
    place = f"{scheme}://{_bracketed(host)}{f':{port}' if port else ''}"
    spelt = f"{place}{path}{f'?{query}' if query else ''}"
    return url if spelt == url else spelt  # not a second copy of what many hold


def origin(url: str) -> str:
    """Scheme, host and port, as `https://www.gov.uk`; raises BadAddress."""
    scheme, host, port, _, _ = _parts(url)
    return f"{scheme}://{_bracketed(host)}{f':{port}' if port else ''}"


def host_of(url: str) -> str:
    """The host in lower case, an IPv6 address without brackets; raises BadAddress."""
    return _parts(url)[1]


def same_site(url: str, other: str) -> bool:
    """Whether both lie on one host and port; `www.`, and http against https, make no difference."""
    return site(url) == site(other)


def site(url: str) -> str:
    """A name for all addresses of one site, as `gov.uk` or `localhost:3000`; raises BadAddress."""
    _, host, port, _, _ = _parts(url)
    return f"{_bracketed(host.removeprefix('www.'))}{f':{port}' if port else ''}"


def is_loopback(url: str) -> bool:
    """Whether the address leads to this machine itself."""
    host = host_of(url)
    number = _number(host)
    if number is not None:
        return number.is_loopback or number.is_unspecified
    return host == "localhost" or host.endswith(".localhost")


def is_private(host: str) -> bool:
    """Whether a host is by its name or number not on the public internet; no name is looked up."""
    host = host.strip("[]").rstrip(".").lower()
    number = _number(host)
    if number is not None:
        return not number.is_global
    return "." not in host or host.endswith(LOCAL_ENDINGS)


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return None
    return getattr(number, "ipv4_mapped", None) or number


@lru_cache(maxsize=_KNOWN)
def _parts(url: str) -> tuple[str, str, int | None, str, str]:
    """Scheme, host, port (None: the default), path and query, each in canonical form."""
    text = re.sub(r"[\t\r\n]", "", url.strip("".join(map(chr, range(33)))))
    if len(text) > LONGEST:
        raise BadAddress(f"{_short(text)} is longer than {LONGEST:,} characters.")
    scheme = _scheme(text)
    rest = text[len(scheme) + 1 :].partition("#")[0]
    before, mark, query = rest.partition("?")
    try:
        split = urlsplit(f"{scheme}:{before.replace(chr(92), '/')}")
        port = split.port
    except ValueError as error:
        raise BadAddress(f"{_short(text)} is not a valid address: {error}.") from None
    if split.username is not None or split.password is not None:
        raise BadAddress(
            f"The address of {split.hostname} holds a user name or password, which would stand"
            " in every report. Leave it out."
        )
    if port == 0:
        raise BadAddress(f"{_short(text)} has the port 0, which nothing can listen on.")
    host = _host(split.hostname or "", text)
    kept = None if port == DEFAULT_PORTS[scheme] else port
    return scheme, host, kept, _path(split.path), _encoded(query, "?") if mark else ""


def _scheme(text: str) -> str:
    found = _SCHEME.match(text)
    if not text:
        raise BadAddress("The address is empty.")
    if not found or (found.group(1).lower() not in DEFAULT_PORTS and _looks_like_host(text)):
        raise BadAddress(f"{_short(text)} does not begin with http:// or https://.")
    scheme = found.group(1).lower()
    if scheme not in DEFAULT_PORTS:
        raise BadAddress(f"{_short(text)} is a {scheme}: address, not http or https.")
    return scheme


def _looks_like_host(text: str) -> bool:
    return bool(re.match(r"[\w.-]+:\d+(/|$)", text))


def _host(name: str, text: str) -> str:
    host = unquote(name).rstrip(".").lower()
    if not host:
        raise BadAddress(f"{_short(text)} names no host.")
    if ":" in host:
        return _six(host, text)
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            raise BadAddress(f"{_short(text)} has a host that cannot be written in DNS.") from None
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _four(host, text)
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise BadAddress(f"{_short(text)} has the host {_short(host)!r}, which is no host name.")
    return host


def _six(host: str, text: str) -> str:
    number = _number(host)
    if number is None or "%" in host:
        raise BadAddress(f"{_short(text)} has a host that is no IPv6 address.")
    return ipaddress.IPv6Address(host).compressed


def _four(host: str, text: str) -> str:
    # Browsers read 127.1 and 0x7f000001 as 127.0.0.1, and so must a check of what is private.
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        raise BadAddress(f"{_short(text)} has a host that is no IPv4 address.") from None


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _path(path: str) -> str:
    segments: list[str] = []
    parts = _encoded(path).split("/")[1:] or [""]
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == "..":
            segments = segments[:-1]
        if part in {".", ".."}:
            segments += [""] if last else []
            continue
        segments.append(part)
    return "/" + "/".join(segments)


def _encoded(text: str, also: str = "") -> str:
    """Percent-encoding made uniform: unreserved characters plain, the rest in upper-case hex."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(_piece(piece, also) for piece in _PIECE.findall(text))


def _piece(piece: str, also: str) -> str:
    if len(piece) == 3:
        plain = chr(int(piece[1:], 16))
        return plain if plain in _UNRESERVED else piece.upper()
    if piece in _KEPT or piece in also:
        return piece
    return "".join(f"%{byte:02X}" for byte in piece.encode("utf-8", "replace"))


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:97]}..."
