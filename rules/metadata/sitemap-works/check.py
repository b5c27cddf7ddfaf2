"""Hold the entries of the sitemap against how each address answered; what was not visited is not accused."""

from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import Answer, by_address, seen_from
from govlint.facts.sitemaps import BadSitemap, read_sitemap
from govlint.facts.well_known import WellKnown
from govlint.model.url import BadAddress, canonical

GONE = {400, 404, 405, 410, 500}


def check(answer: Each[Answer], sitemap_xml: WellKnown) -> Iterator[Verdict]:
    answers = by_address(answer.values())
    visited = [(to, answers[to]) for to in listed(sitemap_xml) if to in answers]
    faults = 0
    for to, found in visited:
        if found.status in GONE:
            verdict = Failed(Place(url=to), "error", to=seen_from(sitemap_xml.url, to), status=found.status)
        elif found.status < 300 and found.url != to:
            end = seen_from(sitemap_xml.url, found.url)
            verdict = Failed(Place(url=to), "redirect", to=seen_from(sitemap_xml.url, to), end=end)
        else:
            continue
        faults += 1
        yield verdict
    if visited and not faults:
        yield Passed(Place(url=sitemap_xml.url), "there")


def listed(sitemap_xml: WellKnown) -> Iterator[str]:
    if sitemap_xml.status != 200:
        return
    try:
        sitemap = read_sitemap(sitemap_xml.text)
    except BadSitemap:
        return
    for entry in sitemap.entries:
        try:
            yield canonical(entry.url)
        except BadAddress:
            continue
