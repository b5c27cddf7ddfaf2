"""Which address comes next. Plain data: nothing here asks the network."""

from __future__ import annotations

import fnmatch
import re
from collections import Counter, OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import urlsplit

from ..model.url import BadAddress, canonical, site
from .limits import MOST_NAMED, MOST_REMEMBERED, SAME_BUT_NUMBERS, SAME_BUT_QUERY, SAME_SEGMENT

SEEN = "it was found before"
NO_ADDRESS = "it is not an address of the web"
ELSEWHERE = "it lies on another site"
EXCLUDED = "it is excluded"
NOT_INCLUDED = "it is not among what is included"


@dataclass(frozen=True)
class Scope:
    """What may be visited: the sites of these addresses, as far as the patterns let.

    A pattern is a glob over the whole address if it holds `://`, else over the
    path and query; `*` runs over slashes. Where `include` is given an address has
    to match one of them, and one with `://` lets in another site. `exclude` wins.
    """

    sites: tuple[str, ...]
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(site(url) for url in self.sites)

    def refuses(self, url: str, named: bool = False) -> str:
        """Why a canonical address is out of scope, or "" if it is in.

        `named` is true for what the user named: it may lie on any site.
        """
        if any(_matches(url, pattern) for pattern in self.exclude):
            return EXCLUDED
        matching = [pattern for pattern in self.include if _matches(url, pattern)]
        if self.include and not matching:
            return NOT_INCLUDED
        inside = named or site(url) in self._names or any("://" in p for p in matching)
        return "" if inside else ELSEWHERE


@dataclass(frozen=True, slots=True)
class Entry:
    """An address to visit, where it was found, how many links from the start, and the link's words."""

    url: str
    found_on: str | None = None
    depth: int = 0
    text: str = ""


@dataclass(slots=True)
class LeftOut:
    """What was not taken for one reason: how many addresses, and the first of them.

    `limit` is true where the address is in scope and a limit of the crawl kept it out.
    """

    limit: bool
    count: int = 0
    addresses: list[str] = field(default_factory=list)


class Frontier:
    """Gives each address once, first found first: those near to the start come before the rest.

    At most `max_pages` are taken, at most `depth` links from a start; with a depth
    of 0 the starts alone. `left_out` tells by reason what was not taken.
    """

    def __init__(self, starts: Iterable[str], scope: Scope, max_pages: int, depth: int) -> None:
        self.left_out: dict[str, LeftOut] = {}
        self._scope = scope
        self._max_pages = max_pages
        self._depth = depth
        self._taken = 0
        self._waiting: OrderedDict[str, Entry] = OrderedDict()
        self._seen: set[str] = set()
        self._refused: dict[str, str] = {}
        self._alike: dict[str, int] = {}
        for start in starts:
            self.offer(start, None, 0)

    def __len__(self) -> int:
        return len(self._waiting)

    def offer(self, url: str, found_on: str | None, depth: int, text: str = "") -> str:
        """Take an address to be visited, and say "", or the reason why it was not taken."""
        try:
            address = canonical(url)
        except BadAddress:
            return NO_ADDRESS
        if address in self._seen:
            return SEEN
        if reason := self._scope.refuses(address, named=depth == 0):
            return self._leave(address, reason, limit=False)
        if reason := self._beyond(address, depth):
            # Without a crawl nobody asked for what is linked.
            return self._leave(address, reason, limit=self._depth > 0 or depth == 0)
        self._take(address)
        self._waiting[address] = Entry(address, found_on, depth, text)
        return ""

    def next(self) -> Entry | None:
        """The next address to visit, or None if there is none for now."""
        return self._waiting.popitem(last=False)[1] if self._waiting else None

    def claim(self, url: str) -> None:
        """Note that an address was visited by another way, as by a redirect: it is not given again."""
        address = canonical(url)
        self._seen.add(address)
        self._waiting.pop(address, None)

    def widen(self, url: str) -> None:
        """Let in the site of this address too, as where a start was redirected to another host."""
        self._scope = replace(self._scope, sites=(*self._scope.sites, url))

    def wants(self, url: str, anywhere: bool = False) -> bool:
        """Whether a canonical address is in scope; `anywhere` lets in other sites, as for linked documents."""
        return not self._scope.refuses(url, named=anywhere)

    def gaps(self) -> dict[str, tuple[int, list[str]]]:
        """By limit of the crawl, how many addresses in scope were not taken for it, and the first."""
        found = self.left_out.items()
        return {why: (left.count, left.addresses) for why, left in found if left.limit and left.count}

    def _beyond(self, address: str, depth: int) -> str:
        """The limit that keeps an address out; what the user named is never taken for a trap."""
        if depth > self._depth:
            return f"they are more than {self._depth:,} links away from the start"
        if self._taken >= self._max_pages:
            return f"the limit of {self._max_pages:,} pages"
        return self._trap(address) if depth else ""

    def _trap(self, address: str) -> str:
        if self._alike.get(_without_query(address), 0) >= SAME_BUT_QUERY:
            return f"more than {SAME_BUT_QUERY} addresses differ only after their question mark"
        if self._alike.get(_without_numbers(address), 0) >= SAME_BUT_NUMBERS:
            return f"more than {SAME_BUT_NUMBERS} addresses differ only in their numbers"
        if _repeats(address):
            return f"their path repeats a part more than {SAME_SEGMENT} times"
        return ""

    def _take(self, address: str) -> None:
        self._taken += 1
        self._seen.add(address)
        for shape in {_without_query(address), _without_numbers(address)} - {""}:
            self._alike[shape] = self._alike.get(shape, 0) + 1
        # It may have been too far away by the way on which it was found first.
        before = self.left_out.get(self._refused.pop(address, ""))
        if before:
            before.count -= 1
            before.addresses = [url for url in before.addresses if url != address]

    def _leave(self, address: str, reason: str, limit: bool) -> str:
        if address not in self._refused:
            left = self.left_out.setdefault(reason, LeftOut(limit))
            left.count += 1
            if left.count <= MOST_NAMED:
                left.addresses.append(address)
            if len(self._refused) < MOST_REMEMBERED:
                self._refused[address] = reason
        return reason


def _matches(url: str, pattern: str) -> bool:
    parts = urlsplit(url)
    part = url if "://" in pattern else parts.path + (f"?{parts.query}" if parts.query else "")
    return fnmatch.fnmatchcase(part, pattern)


def _without_query(address: str) -> str:
    path, mark, _ = address.partition("?")
    return f"{path}?" if mark else ""


def _without_numbers(address: str) -> str:
    shape = re.sub(r"\d+", "0", address)
    return shape if shape != address else ""


def _repeats(address: str) -> bool:
    segments = Counter(part for part in urlsplit(address).path.split("/") if part)
    return any(count > SAME_SEGMENT for count in segments.values())
