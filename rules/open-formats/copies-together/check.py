"""Look over the whole site for copies, by name and by content."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag, urlsplit

from govlint import CantTell, Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import seen_from
from govlint.facts.content_sketch import ALIKE, UNLIKE, Sketch
from govlint.facts.formats import FORMATS
from govlint.facts.offers import LEGACY_OFFICE, OFFICE, OPEN_COPIES, Offer, said, same

CLOSED = OFFICE | LEGACY_OFFICE
FLOWING = ("html", "odt", "epub", "txt")
MOST = 3  # files named on one page


def check(
    offers: Each[tuple[Offer, ...]], content_sketch: Each[Sketch], title: Each[str], role: Each[str]
) -> Iterator[Verdict]:
    every = {_address(o): o for found in offers.values() for o in found}
    pages = _pages({url: words for url, words in title.items() if role[url] == "page"})
    for page, found in offers.items():
        told = 0
        for offer in found:
            verdict = _of(offer, page, found, every, content_sketch, pages)
            if verdict is not None and told < MOST:
                told += verdict.key != "together"
                yield verdict


def _of(
    offer: Offer, page: str, beside: tuple[Offer, ...], every: dict[str, Offer], sketches: Each[Sketch], pages: dict[str, str]
) -> Verdict | None:
    link = offer.download
    place = Place(link.at.selector, link.at.line, link.at.column, link.at.excerpt, page)
    if link.format == "pdf":
        copy = pages.get(same(link.stem)) or pages.get(said(link.text))
        if not copy or copy == page or any(form in FLOWING for form in offer.open_copies):
            return None
        return CantTell(place, "page", name=link.stem, copy=seen_from(page, copy))
    if link.format not in CLOSED:
        return None
    own = sketches.get(_address(offer))
    if not offer.open_copies:
        copy = _elsewhere(offer, own, every, sketches)
        return Failed(place, "elsewhere", name=link.stem, copy=seen_from(page, copy)) if copy else None
    copies = [o for o in beside if _is_open(o, offer) and same(o.download.stem) == same(link.stem)]
    known = [(o, sketches[_address(o)]) for o in copies if _address(o) in sketches]
    if own is None or not known:
        return None
    other, sketch = max(known, key=lambda pair: own.likeness(pair[1]))
    name, copy = PurePosixPath(urlsplit(link.url).path).name, PurePosixPath(urlsplit(other.download.url).path).name
    if own.likeness(sketch) < UNLIKE:
        return CantTell(place, "differs", name=name, copy=copy)
    return Passed(place, "together", name=name)


def _elsewhere(offer: Offer, own: Sketch | None, every: dict[str, Offer], sketches: Each[Sketch]) -> str:
    """The address of an open copy on another page; one of the same name only where its words are not others."""
    for address, other in every.items():
        if not _is_open(other, offer):
            continue
        likeness = own.likeness(sketches[address]) if own and address in sketches else None
        by_name = same(other.download.stem) == same(offer.download.stem) and (likeness is None or likeness >= UNLIKE)
        if by_name or (likeness is not None and likeness >= ALIKE):
            return address
    return ""


def _is_open(other: Offer, offer: Offer) -> bool:
    return other.download.format in OPEN_COPIES.get(FORMATS[offer.download.format].kind, ())


def _pages(titles: dict[str, str]) -> dict[str, str]:
    """The address of each page by the last part of its path and by its title, without the name of the site."""
    found: dict[str, str] = {}
    for url, title in titles.items():
        stem = same(PurePosixPath(unquote(urlsplit(url).path)).stem)
        for name in (stem, said(title.partition(" - ")[0].partition(" | ")[0])):
            if len(name) >= 4:
                found.setdefault(name, url)
    return found


def _address(offer: Offer) -> str:
    return urldefrag(offer.download.url).url
