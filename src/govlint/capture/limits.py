"""How much of the world one visit may take, and how much of a site one crawl. Every limit of capture stands here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one visit. Times in seconds by the clock on the wall, sizes in bytes.

    Of what is fetched: `connect` until a connection stands, `read` between two
    pieces of the answer, `total` for the whole answer with all its redirects.
    `body` of a page and `document` of a linked document, both after decompression.
    A linked document has `document_start` to begin to come, headers and all, and then has
    to come with `pace` bytes a second on the average: a server that drips is given up.
    `ratio` is how often larger than what came over the wire a decompressed body
    may be once it is above `ratio_from` bytes: HTML compresses 5 to 20 times,
    deflate at most 1,032 times. `redirects` is the length of a chain: browsers
    give up at 20, and a chain of 10 is lost on every reader before.
    `headers` counts header lines (Python's own limit is 100), `header_bytes` is
    their size together.

    Of what reads linked documents: `parse` for all that is asked of one, `parse_memory`
    for what that takes beside the document itself, `verapdf` for one verdict of that program. With two copies of a document of the
    largest size, here and in the process that reads it, all is within 200 MB.

    Of the browser: `load` until a page has loaded, `answer` until a loaded page
    answers one question, `script` for what a probe starts and waits for, as
    axe-core. `slow_answers` is how many questions of one visit may go unanswered
    before the rest is not asked: each costs its time and a new browser.

    `visit` is all that together, with judging: after it the process that looks at
    the address is ended, and a fresh one tries once more.
    A browser is ended between two pages, and a fresh one begun, once it has shown
    `browser_pages` or its processes hold `browser_memory` bytes of their own: what
    leaks adds up, and a start costs 1.5 to 3 seconds.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 30.0
    body: int = 20 * MEGABYTE
    document: int = 50 * MEGABYTE
    document_start: float = 8.0
    pace: int = 10_000
    ratio: int = 200
    ratio_from: int = MEGABYTE
    redirects: int = 10
    headers: int = 100
    header_bytes: int = 262_144
    parse: float = 8.0
    parse_memory: int = 100 * MEGABYTE
    verapdf: float = 60.0
    load: float = 30.0
    answer: float = 20.0
    script: float = 60.0
    slow_answers: int = 2
    visit: float = 240.0
    browser_pages: int = 300
    browser_memory: int = 1500 * MEGABYTE

    def seconds(self, body_limit: int) -> float:
        """The time for a visit: a larger body may take longer, in proportion."""
        return self.total * max(1.0, body_limit / self.body)


# The limits that a user can set: option and key of the configuration, field, factor, what it says.
SETTABLE = {
    "fetch-seconds": ("total", 1, "Wait so long for one answer of a server, with its redirects"),
    "load-seconds": ("load", 1, "Wait so long for a page to load in the browser"),
    "answer-seconds": ("answer", 1, "Wait so long for a loaded page to answer one question"),
    "script-seconds": ("script", 1, "Wait so long for what is started in a page, as axe-core"),
    "visit-seconds": ("visit", 1, "Give up an address after so long altogether"),
    "page-megabytes": ("body", MEGABYTE, "Read at most so much of a page, unpacked"),
    "document-megabytes": ("document", MEGABYTE, "Read at most so much of a linked document, unpacked"),
    "document-seconds": ("document_start", 1, "Give up a linked document that did not begin to come, or only drips, after so long"),
    "parse-seconds": ("parse", 1, "Give up a linked document that is not read after so long"),
    "parse-megabytes": ("parse_memory", MEGABYTE, "Let the reading of a linked document take so much memory beside the document"),
    "verapdf-seconds": ("verapdf", 1, "Wait so long for one verdict of veraPDF, where it is installed"),
    "browser-pages": ("browser_pages", 1, "Give a worker a fresh browser after so many pages"),
    "browser-megabytes": ("browser_memory", MEGABYTE, "Give a worker a fresh browser once it holds so much memory"),
}
WHOLE = ("body", "document", "parse_memory", "browser_pages", "browser_memory")


def limits_of(said: Mapping[str, float]) -> Limits:
    """The usual limits but for those that were set, by option."""
    fields = {SETTABLE[name][0]: value * SETTABLE[name][1] for name, value in said.items()}
    return replace(Limits(), **{name: int(value) if name in WHOLE else float(value) for name, value in fields.items()})


# Of the browser, whatever the page is.
SETTLE_SECONDS = 3.0  # for scripts to fetch and draw what they began with; longer only for what never ends, such as a feed
MOST_PRESSES = 120  # of Tab, on one page

# Of what a site says to robots.
ROBOTS_BYTES = 512_000  # read of robots.txt; RFC 9309, section 2.5: at least 500 KiB
LONGEST_DELAY = 86_400.0  # seconds that a site may want between two visits; a delay above a day is a mistake
SITEMAP_ADDRESSES = 50_000  # the limit of the protocol for one file, ours for all together
SITEMAP_BYTES = 52_428_800  # unpacked; the limit of the protocol
SITEMAP_DEPTH = 2  # indexes above a sitemap; the protocol knows one

# Of a crawl, beside --max-pages and --depth.
SAME_BUT_QUERY = 200  # addresses; searches, filters and sort orders have no end
SAME_BUT_NUMBERS = 500  # addresses; calendars and page numbers have no end
SAME_SEGMENT = 5  # times; a wrong relative link makes /a/a/a/a/a/a of itself
MOST_NAMED = 1_000  # addresses kept for each reason to leave them out; the count goes on
MOST_REMEMBERED = 200_000  # addresses left out; beyond them one may be counted twice
