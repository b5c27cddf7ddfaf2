"""Look for the visited pages in the sitemap, but for those that ask not to be found and those with a query."""

from collections.abc import Iterator

from govlint import CantTell, Each, Passed, Place, Verdict
from govlint.facts.answers import seen_from
from govlint.facts.metadata import spelt
from govlint.facts.sitemaps import listed
from govlint.facts.well_known import WellKnown


def check(is_hidden: Each[bool], canonical_url: Each[str], sitemap_xml: WellKnown) -> Iterator[Verdict]:
    known = {*listed(sitemap_xml.text)} if sitemap_xml.status == 200 else set()
    if not known:
        return
    place = Place(url=sitemap_xml.url)
    pages = [url for url, hidden in is_hidden.items() if not hidden and "?" not in url and spelt(canonical_url[url]) == url]
    lacks = sorted(url for url in pages if url not in known)
    if lacks:
        # Another sitemap may list them; only the one at the usual address was read.
        yield CantTell(place, "lacks", count=len(lacks), all=len(pages), example=seen_from(sitemap_xml.url, lacks[0]))
    elif pages:
        yield Passed(place, "complete")
