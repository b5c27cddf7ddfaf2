"""Look for links to feeds of the same site, and for the alternate links that name them."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import host
from govlint.facts.metadata import Relation, spelt
from govlint.facts.page import Link

FEED = re.compile(r"\.(atom|rss)$|/(feed|rss)(\.xml)?/?$", re.IGNORECASE)
TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def check(links: tuple[Link, ...], relations: tuple[Relation, ...], url: str) -> Iterator[Verdict]:
    feeds = [link for link in links if host(link.url) == host(url) and is_feed(link)]
    named = {spelt(relation.url) for relation in relations if "alternate" in relation.rels and is_of_feed(relation)}
    lost = {spelt(link.url): link for link in feeds if spelt(link.url) not in named}
    for link in lost.values():
        yield Failed(link.at, "unnamed", name=urlsplit(link.url).path)
    if feeds and not lost:
        yield Passed("html", "named")


def is_feed(link: Link) -> bool:
    return link.attributes.get("type", "") in TYPES or bool(FEED.search(urlsplit(link.url).path))


def is_of_feed(relation: Relation) -> bool:
    return relation.attributes.get("type", "").lower() in TYPES
