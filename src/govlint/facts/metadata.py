"""What the head of a page tells machines: meta elements, links with a rel, embedded data."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from ..evidence.fact import fact
from ..model.url import BadAddress, canonical
from ..model.verdict import Place
from .http import Headers
from .place import at, attributes

_HIDDEN = re.compile(r"(^|[,:\s])(noindex|none)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meta:
    """One meta element: its name (or property, or http-equiv) in lower case, and its content."""

    name: str
    content: str
    at: Place


@dataclass(frozen=True, slots=True)
class Relation:
    """One link element: its rels in lower case, the address as written and made absolute."""

    rels: tuple[str, ...]
    href: str
    url: str
    attributes: dict[str, str]
    at: Place


@dataclass(frozen=True, slots=True)
class DataBlock:
    """One JSON-LD block: what it says, or the error and its line in the block."""

    value: Any
    error: str
    line: int
    at: Place


@fact
def metas(dom: LexborHTMLParser) -> tuple[Meta, ...]:
    """All meta elements that have a name and a content, in order."""
    found = []
    for node in dom.css("meta"):
        written = attributes(node)
        name = written.get("name") or written.get("property") or written.get("http-equiv") or ""
        if name:
            found.append(Meta(name.strip().lower(), written.get("content", "").strip(), at(node)))
    return tuple(found)


@fact
def relations(dom: LexborHTMLParser, base_url: str) -> tuple[Relation, ...]:
    """All link elements with a rel, in order."""
    return tuple(_relation(attributes(node), base_url, at(node)) for node in dom.css("link[rel]"))


@fact
def canonical_url(relations: tuple[Relation, ...], url: str) -> str:
    """The address that the page calls its own; its own address where it names none."""
    return next((r.url for r in relations if "canonical" in r.rels and r.href and r.url), url)


@fact
def versions(relations: tuple[Relation, ...]) -> tuple[tuple[str, str], ...]:
    """The language tag and the address (canonical) of each alternate link that has both."""
    return tuple(
        (relation.attributes["hreflang"].strip(), spelt(relation.url))
        for relation in relations
        if "alternate" in relation.rels and relation.attributes.get("hreflang", "").strip() and relation.url
    )


@fact
def has_icon(relations: tuple[Relation, ...]) -> bool:
    """Whether the page names an icon."""
    return any(relation.href and {"icon", "apple-touch-icon", "mask-icon"} & {*relation.rels} for relation in relations)


@fact
def description(metas: tuple[Meta, ...]) -> str:
    """The content of the first meta description; empty if there is none."""
    return next((meta.content for meta in metas if meta.name == "description"), "")


@fact
def is_hidden(metas: tuple[Meta, ...], headers: Headers) -> bool:
    """Whether the page asks search engines not to list it."""
    said = [headers.get("x-robots-tag", ""), *(meta.content for meta in metas if meta.name in ("robots", "googlebot"))]
    return any(_HIDDEN.search(text) for text in said)


@fact
def data_blocks(dom: LexborHTMLParser) -> tuple[DataBlock, ...]:
    """All JSON-LD blocks, in order."""
    return tuple(_block(node.text() or "", at(node)) for node in dom.css('script[type="application/ld+json" i]'))


def spelt(url: str) -> str:
    """The canonical spelling of an address; as it is, if it is none."""
    try:
        return canonical(url)
    except BadAddress:
        return url


def _relation(written: dict[str, str], base_url: str, place: Place) -> Relation:
    href = written.get("href", "").strip()
    try:
        url = urljoin(base_url, href) if href else ""
    except ValueError:
        url = ""
    return Relation(tuple(written["rel"].lower().split()), href, url, written, place)


def _block(text: str, place: Place) -> DataBlock:
    try:
        return DataBlock(json.loads(text), "", 0, place)
    except json.JSONDecodeError as error:
        return DataBlock(None, error.msg, error.lineno, place)
    except RecursionError:
        return DataBlock(None, "it is nested too deeply", 1, place)
