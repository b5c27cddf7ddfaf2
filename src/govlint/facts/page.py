"""What a page says of itself: its tree, title, language, headings, links, main text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import Inapplicable, NotGathered, fact
from ..model.verdict import Place
from .place import at, attributes, parse, words


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading element: its level, its words, its place."""

    level: int
    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Link:
    """An `a` or `area` with an href: the address made absolute, the words, the attributes."""

    url: str
    href: str
    text: str
    attributes: dict[str, str]
    at: Place


@fact
def source(html: str) -> LexborHTMLParser:
    """The tree of the page as the server sent it, with lines and columns (see `facts.place.at`)."""
    return parse(html)


@fact
def drawn_by_script(source: LexborHTMLParser) -> bool:
    """Whether the server sent an empty shell that a script has to fill."""
    body = source.body
    if body is None or not source.css("script[src]") or not source.css("body div:empty, body main:empty"):
        return False
    return len(words(body)) < 40 and not source.css("h1, h2, form, table, input, img, a[href], frameset")


@fact
def dom(source: LexborHTMLParser, drawn_by_script: bool, rendered: str = "") -> LexborHTMLParser:
    """The tree that rules look at: the served source, or what the browser built of an empty shell."""
    if not drawn_by_script:
        return source
    if not rendered:
        raise NotGathered("A script draws this page; it can be judged only with a browser.")
    return LexborHTMLParser(rendered)  # its lines are not those of what was served


@fact
def title(dom: LexborHTMLParser) -> str:
    """The words of the title element in the head; empty if there is none."""
    found = dom.css_first("head > title")
    return words(found) if found else ""


@fact
def language(dom: LexborHTMLParser) -> str:
    """The lang attribute of the root element as written; empty if there is none."""
    return attributes(dom.css_first("html")).get("lang", "")


@fact
def headings(dom: LexborHTMLParser) -> tuple[Heading, ...]:
    """All h1 to h6 in order."""
    return tuple(Heading(int(n.tag[1]), words(n), at(n)) for n in dom.css("h1, h2, h3, h4, h5, h6"))


@fact
def base_url(dom: LexborHTMLParser, url: str) -> str:
    """The address that relative references are read against."""
    base = dom.css_first("base[href]")
    return urljoin(url, attributes(base)["href"]) if base else url


@fact
def links(dom: LexborHTMLParser, base_url: str) -> tuple[Link, ...]:
    """All links in order, whatever they lead to."""
    return tuple(_link(node, base_url) for node in dom.css("a[href], area[href]"))


@fact
def main(dom: LexborHTMLParser) -> LexborNode:
    """The main element, or the body where a page has none."""
    found = dom.css_first("main, [role=main]") or dom.body
    if found is None:
        raise Inapplicable("the page has no body")
    return found


@fact
def main_text(main: LexborNode) -> str:
    """The words of the main part of the page."""
    return words(main)


def _link(node: LexborNode, base_url: str) -> Link:
    written = attributes(node)
    href = written["href"]
    try:
        url = urljoin(base_url, re.sub(r"[\t\r\n]", "", href).strip())
    except ValueError:
        url = ""
    return Link(url, href, words(node), written, at(node))
