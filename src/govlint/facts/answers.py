"""How each address answered, and which addresses and sections a page points to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urldefrag

from selectolax.lexbor import LexborHTMLParser

from ..evidence.fact import Inapplicable, fact
from ..model.url import BadAddress, canonical, origin
from ..model.verdict import Place
from .page import Link
from .place import attributes, parse


@dataclass(frozen=True, slots=True)
class Answer:
    """The final status of a visit; `asked` and `steps` are the addresses that led there, canonical."""

    asked: str
    url: str
    status: int
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """The first link of a page to an address (canonical) and a fragment (decoded; empty for none)."""

    to: str
    fragment: str
    text: str
    at: Place


@fact
def answer(asked: str, url: str, status: int, redirects: list[dict[str, Any]]) -> Answer:
    """How this address answered."""
    return Answer(asked, url, status, tuple(str(step["url"]) for step in redirects))


@fact
def pointers(links: tuple[Link, ...], role: str) -> tuple[Pointer, ...]:
    """What a page links to on the web, each address and fragment once."""
    if role != "page":
        raise Inapplicable("only the links of pages are followed")
    found: dict[tuple[str, str], Pointer] = {}
    for link in links:
        whole, fragment = urldefrag(link.url)
        try:
            to = canonical(whole)
        except BadAddress:
            continue
        known = (to, unquote(fragment))
        if known not in found:
            found[known] = Pointer(*known, link.text[:80], link.at)
    return tuple(found.values())


@fact
def anchors(html: str, rendered: str = "") -> frozenset[str]:
    """The names that a fragment can point to, in the page as sent and as a browser built it."""
    names: set[str] = set()
    for source in filter(None, (html, rendered)):
        names.update(_names(parse(source)))
    return frozenset(names)


def by_address(answers: Iterable[Answer]) -> Mapping[str, Answer]:
    """The answers by each address that gets them: the one asked for, those on the way, the last."""
    found: dict[str, Answer] = {}
    for given in answers:
        for address in (given.asked, *given.steps, given.url):
            found.setdefault(address, given)
    return found


def seen_from(page: str, url: str) -> str:
    """An address as one would write it on a page: without the host where it is the page's own."""
    own = origin(page)
    return url.removeprefix(own) if url.startswith(f"{own}/") else url


def _names(tree: LexborHTMLParser) -> Iterable[str]:
    for node in tree.css("[id], a[name]"):
        written = attributes(node)
        yield from filter(None, (written.get("id"), written.get("name") if node.tag == "a" else None))
