"""Read /sitemap.xml by the sitemaps protocol; to have none there is fine. Each fault is told once, with its first place."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import host
from govlint.facts.sitemaps import NAMESPACE, BadSitemap, Entry, read_sitemap
from govlint.facts.well_known import WellKnown

# The profile of ISO 8601 that W3C Datetime allows.
DATE = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$", re.IGNORECASE
)


def check(sitemap_xml: WellKnown, public_host: bool) -> Iterator[Verdict]:
    if not public_host or sitemap_xml.status != 200 or is_page(sitemap_xml):
        return
    try:
        sitemap = read_sitemap(sitemap_xml.text)
    except BadSitemap as reason:
        yield Failed("", "unreadable", reason=str(reason))
        return
    faults: dict[str, Verdict] = {}
    if sitemap.namespace != NAMESPACE:
        faults["namespace"] = Failed("", "namespace", text=sitemap.namespace)
    if not sitemap.entries:
        faults["empty"] = Failed("", "empty")
    for entry in sitemap.entries:
        for verdict in of_entry(entry, sitemap_xml.url, sitemap.lists_sitemaps):
            faults.setdefault(verdict.key, verdict)
    yield from faults.values() or [Passed("", "listed")]


def of_entry(entry: Entry, url: str, is_sitemap: bool) -> Iterator[Verdict]:
    place = f"entry {entry.number}"
    if not entry.url:
        yield Failed(place, "no-address")
    elif not entry.url.lower().startswith(("http://", "https://")):
        yield Failed(place, "relative", text=entry.url)
    elif host(entry.url) != host(url) and not is_sitemap:
        yield Failed(place, "elsewhere", text=entry.url)
    elif entry.url.lower().startswith("http:") and url.startswith("https:"):
        yield Failed(place, "plain", text=entry.url)
    if entry.changed and not DATE.match(entry.changed):
        yield Failed(place, "date", text=entry.changed)


def is_page(found: WellKnown) -> bool:
    # A site that answers every address with a page has no sitemap, and another rule says so.
    return bool(re.match(r"\s*<(!doctype html|html)\b", found.text, re.IGNORECASE))
