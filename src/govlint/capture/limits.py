"""How much of the world one visit may take."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one visit. Times in seconds, sizes in bytes.

    `connect` until a connection stands, `read` between two pieces of the answer,
    `total` for the whole visit with all its redirects, by the clock on the wall.
    `body` of a page and `document` of a linked document, both after decompression.
    `ratio` is how often larger than what came over the wire a decompressed body
    may be once it is above `ratio_from` bytes: HTML compresses 5 to 20 times,
    deflate at most 1,032 times. `redirects` is the length of a chain: browsers
    give up at 20, and a chain of 10 is lost on every reader before.
    `headers` counts header lines (Python's own limit is 100), `header_bytes` is
    their size together.
    A browser is ended between two pages, and a fresh one begun, once it has shown
    `browser_pages` or its processes hold `browser_memory` bytes of their own: what
    leaks adds up, and a start costs 1.5 to 3 seconds.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 30.0
    body: int = 20 * MEGABYTE
    document: int = 100 * MEGABYTE
    ratio: int = 200
    ratio_from: int = MEGABYTE
    redirects: int = 10
    headers: int = 100
    header_bytes: int = 262_144
    browser_pages: int = 300
    browser_memory: int = 1500 * MEGABYTE

    def seconds(self, body_limit: int) -> float:
        """The time for a visit: a larger body may take longer, in proportion."""
        return self.total * max(1.0, body_limit / self.body)
