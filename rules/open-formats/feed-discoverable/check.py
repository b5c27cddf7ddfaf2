"""Look for the feeds that a page links to in its head."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.documents import Download, belong_together
from govlint.facts.formats import FEED, FORMATS
from govlint.facts.place import attributes


def check(downloads: tuple[Download, ...], dom: LexborHTMLParser, base_url: str) -> Iterator[Verdict]:
    feeds = [d for d in downloads if FORMATS[d.format].kind == FEED and belong_together(d.url, base_url)]
    written = map(attributes, dom.css("link[href]"))
    named = [said for said in written if "alternate" in said.get("rel", "").lower().split()]
    known = {_address(said["href"], base_url) for said in named}
    # A page with any feed of its own in its head has done its part; others in the text are those of other pages.
    any_feed = any(t in said.get("type", "").lower() for said in named for t in ("atom+xml", "rss+xml"))
    for feed in feeds[:1]:
        if any_feed or urldefrag(feed.url).url in known:
            yield Passed(feed.at, "named")
        elif len(feeds) == 1:
            yield Failed(feed.at, "unnamed", name=feed.stem)


def _address(href: str, base_url: str) -> str:
    try:
        return urldefrag(urljoin(base_url, href.strip())).url
    except ValueError:
        return ""
