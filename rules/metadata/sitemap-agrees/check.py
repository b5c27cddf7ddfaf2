"""Hold the entries of the sitemap against what the pages say of themselves; what was not visited is not accused."""

from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import seen_from
from govlint.facts.metadata import spelt
from govlint.facts.sitemaps import listed
from govlint.facts.well_known import WellKnown


def check(is_hidden: Each[bool], canonical_url: Each[str], sitemap_xml: WellKnown) -> Iterator[Verdict]:
    if sitemap_xml.status != 200:
        return
    visited = [url for url in listed(sitemap_xml.text) if url in is_hidden]
    faults = [verdict for url in visited for verdict in of_page(url, is_hidden[url], spelt(canonical_url[url]), sitemap_xml.url)]
    yield from faults or ([Passed(Place(url=sitemap_xml.url), "agrees")] if visited else [])


def of_page(url: str, hidden: bool, canonical: str, sitemap: str) -> Iterator[Verdict]:
    if hidden:
        yield Failed(Place(url=url), "hidden", to=seen_from(sitemap, url))
    # A copy for tests names the addresses of the public one.
    elif canonical != url and seen_from(url, canonical) != canonical:
        yield Failed(Place(url=url), "canonical", to=seen_from(sitemap, url), other=seen_from(sitemap, canonical))
