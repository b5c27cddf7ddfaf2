"""Look up what the links between pages point to, on the pages that were visited."""

from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import seen_from


def check(pointers: Each[tuple], anchors: Each[frozenset]) -> Iterator[Verdict]:
    for page, links in pointers.items():
        to_sections = [link for link in links if link.fragment and link.to != page and link.to in anchors]
        lost = [link for link in to_sections if not leads(link.fragment, anchors[link.to])]
        for link in lost:
            place = Place(link.at.selector, link.at.line, link.at.column, link.at.excerpt, page)
            yield Failed(place, "missing", to=seen_from(page, link.to), fragment=link.fragment)
        if to_sections and not lost:
            yield Passed(Place(url=page), "there")


def leads(fragment: str, anchors: frozenset[str]) -> bool:
    # The first signs mark an address within a script's own pages, or a text fragment.
    return fragment in anchors or fragment.lower() == "top" or fragment.startswith(("/", "!", "?", ":~:"))
