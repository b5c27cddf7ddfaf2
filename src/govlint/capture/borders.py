"""Where a scan of a public site may not go: addresses inside a machine or a network, unless the user named them.

Values and pure functions, but for the one look-up of a name: each is looked up once,
all its numbers are judged, and only those that were judged are ever connected to.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache

from ..model.url import host_of, is_private, site

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Table = tuple[tuple[str, str], ...]

# The registries of special addresses that IANA keeps (RFC 6890); the first network that fits tells the kind.
INSIDE: Table = (
    ("127.0.0.0/8", "loopback"),
    ("::1/128", "loopback"),
    ("0.0.0.0/8", "reserved"),  # 0.0.0.0 connects to loopback on most systems
    ("::/128", "reserved"),
    ("169.254.0.0/16", "link-local"),  # 169.254.169.254 tells a cloud's secrets
    ("fe80::/10", "link-local"),
    ("10.0.0.0/8", "private"),
    ("172.16.0.0/12", "private"),
    ("192.168.0.0/16", "private"),
    ("fc00::/7", "unique-local"),
    ("fec0::/10", "site-local"),
    ("100.64.0.0/10", "shared"),  # behind a provider's NAT
    ("224.0.0.0/4", "multicast"),
    ("ff00::/8", "multicast"),
    ("192.0.2.0/24", "documentation"),
    ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"),
    ("2001:db8::/32", "documentation"),
    ("3fff::/20", "documentation"),
    ("198.18.0.0/15", "benchmarking"),
    ("2001:2::/48", "benchmarking"),
    ("192.0.0.0/24", "reserved"),
    ("192.88.99.0/24", "reserved"),
    ("240.0.0.0/4", "reserved"),
    ("2001:10::/28", "reserved"),
    ("::/3", "reserved"),  # all that is not given out as global unicast, 2000::/3
    ("4000::/2", "reserved"),
    ("8000::/1", "reserved"),
)
# Networks whose addresses hold one of IPv4, and how many bits stand behind it.
CARRIERS = (("::ffff:0:0/96", 0), ("64:ff9b::/96", 0), ("2002::/16", 80))
TEREDO = ipaddress.ip_network("2001::/32")  # the client's IPv4 address with every bit turned round, RFC 4380
LIFT = "A scan of a public site goes there with --allow-private only."
LOOKUPS = 16  # at a time


def looked_up(host: str) -> tuple[str, ...]:
    """The numbers that this machine knows for a host, in the order to try; raises OSError."""
    if host == "localhost" or host.endswith(".localhost"):
        return ("127.0.0.1", "::1")  # whatever a name server says (RFC 6761, section 6.3)
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError:
        raise OSError(f"{host} is no name that can be looked up") from None
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))


class Refused(Exception):
    """A scan may not go there; `place` is host and port or an address, `kind` what it is, as `loopback`."""

    def __init__(self, place: str, number: str, kind: str) -> None:
        super().__init__(place, number, kind)
        self.place, self.number, self.kind = place, number, kind

    def __str__(self) -> str:
        if self.number and self.number not in self.place:
            return f"{self.place} stands for {self.number}, a {self.kind} address"
        return f"{self.place} is a {self.kind} address"


@dataclass(frozen=True, slots=True)
class Borders:
    """What one scan is held to; plain data, handed to each worker.

    `allowed` is the user's word for all addresses. `named` are the sites inside that he
    named himself; `public` is true when he named one that is not inside. `table` says
    which networks are inside, and `resolve` gives the numbers of a host or raises OSError.
    """

    allowed: bool = False
    named: frozenset[str] = frozenset()
    public: bool = False
    table: Table = INSIDE
    resolve: Callable[[str], tuple[str, ...]] = looked_up

    @property
    def lifted(self) -> bool:
        """Whether a scan may go anywhere: it was allowed, or nothing public was named."""
        return self.allowed or (bool(self.named) and not self.public)


class Names:
    """The numbers of hosts, each host looked up once, and whether a scan may go there.

    It may be used by several threads; fetch and browser of a worker share one.
    """

    def __init__(self, borders: Borders) -> None:
        self.borders = borders
        self._pinned: dict[str, tuple[str, ...]] = {}
        self._lock = threading.Lock()

    def name(self, *urls: str) -> None:
        """Take note that the user named these addresses himself."""
        sites = {site(url): host_of(url) for url in urls}
        with ThreadPoolExecutor(LOOKUPS) as together:
            inside = dict(zip(sites, together.map(self._is_inside, sites.values()), strict=True))
        named = self.borders.named | {place for place, is_inside in inside.items() if is_inside}
        public = self.borders.public or not all(inside.values())
        self.borders = replace(self.borders, named=named, public=public)

    def admitted(self, url: str, by_proxy: bool = False) -> tuple[str, ...]:
        """The numbers that a connection to this address may go to, none: any; raises Refused, and OSError for no name.

        With `by_proxy` another machine looks the name up: then it is judged by its own spelling
        where this machine does not know it.
        """
        if self.borders.lifted:
            return ()
        host = host_of(url)
        try:
            numbers = self.numbers(host)
        except OSError:
            if not by_proxy:
                raise
            if is_private(host) and site(url) not in self.borders.named:
                raise Refused(url, "", "private") from None
            return ()
        if site(url) in self.borders.named:
            return numbers
        outside = tuple(number for number in numbers if not kind_of(number, self.borders.table))
        if not outside:
            raise Refused(url, numbers[0], kind_of(numbers[0], self.borders.table))
        return outside

    def numbers(self, host: str) -> tuple[str, ...]:
        """What a host stands for, the same for as long as this lasts; raises OSError."""
        with self._lock:
            if host in self._pinned:
                return self._pinned[host]
        found = (host,) if _is_number(host) else self.borders.resolve(host)
        if not found:
            raise OSError(f"{host} has no address")
        with self._lock:
            return self._pinned.setdefault(host, found)

    def _is_inside(self, host: str) -> bool:
        try:
            return all(kind_of(number, self.borders.table) for number in self.numbers(host))
        except OSError:
            return is_private(host)


@lru_cache(maxsize=4096)
def kind_of(number: str, table: Table = INSIDE) -> str:
    """What kind of address inside this is, as `loopback`; "" for one on the public internet."""
    address = ipaddress.ip_address(number.partition("%")[0])
    carried = _carried(address)
    if carried is not None:
        return kind_of(str(carried), table)
    return next((kind for network, kind in table if address in ipaddress.ip_network(network)), "")


def _is_number(host: str) -> bool:
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return False


def _carried(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside one of IPv6 that is carried over it, translated or mapped."""
    if address.version == 4:
        return None
    if address in TEREDO:
        return ipaddress.IPv4Address(~int(address) & 0xFFFFFFFF)
    for network, behind in CARRIERS:
        if address in ipaddress.ip_network(network):
            return ipaddress.IPv4Address(int(address) >> behind & 0xFFFFFFFF)
    return None
