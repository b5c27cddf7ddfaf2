"""A sitemap as it was published: its kind and its entries, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ..model.url import BadAddress, canonical

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class BadSitemap(ValueError):
    """The text is no sitemap, and the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of a sitemap; `number` counts from 1."""

    number: int
    url: str
    changed: str


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap, or the list of sitemaps where `lists_sitemaps` is true."""

    lists_sitemaps: bool
    namespace: str
    entries: tuple[Entry, ...]


def read_sitemap(text: str) -> Sitemap:
    """The sitemap in an XML text; raises BadSitemap."""
    try:
        # The text is decoded already; what its declaration says of bytes would only be refused.
        root = fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode())
    except ParseError as error:
        raise BadSitemap(f"it is not well-formed XML ({error})") from None
    except DefusedXmlException:
        raise BadSitemap("it declares entities, which no sitemap needs") from None
    namespace, _, name = root.tag.removeprefix("{").rpartition("}")
    if name not in ("urlset", "sitemapindex"):
        raise BadSitemap(f"its root element is {name}")
    entries = tuple(_entry(number, node) for number, node in enumerate(root, 1))
    return Sitemap(name == "sitemapindex", namespace, entries)


def listed(text: str) -> tuple[str, ...]:
    """The addresses (canonical) of the pages that a sitemap lists; none where it cannot be read, or lists sitemaps."""
    try:
        sitemap = read_sitemap(text)
    except BadSitemap:
        return ()
    found = []
    for entry in () if sitemap.lists_sitemaps else sitemap.entries:
        try:
            found.append(canonical(entry.url))
        except BadAddress:
            continue
    return tuple(found)


def _entry(number: int, node: Element) -> Entry:
    found = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in node if "sitemaps.org" in child.tag or "}" not in child.tag}
    return Entry(number, found.get("loc", ""), found.get("lastmod", ""))
