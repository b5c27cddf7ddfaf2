"""The things that a page describes in RDFa Lite: `vocab`, `typeof`, `property`, `resource` and `prefix`.

What full RDFa has beside them, as chains of `rel`, is passed over: nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .microdata import Node
from .place import at, attributes, words

# From the initial context of RDFa 1.1.
_PREFIXES = {
    "schema": "https://schema.org/", "dc": "http://purl.org/dc/terms/", "dcterms": "http://purl.org/dc/terms/",
    "dct": "http://purl.org/dc/terms/", "dcat": "http://www.w3.org/ns/dcat#", "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#", "skos": "http://www.w3.org/2004/02/skos/core#", "og": "http://ogp.me/ns#",
    "vcard": "http://www.w3.org/2006/vcard/ns#", "gr": "http://purl.org/goodrelations/v1#",
    "cc": "http://creativecommons.org/ns#", "prov": "http://www.w3.org/ns/prov#",
}  # fmt: skip


@dataclass(slots=True)
class _Subject:
    types: tuple[str, ...]
    node: LexborNode
    nested: bool
    properties: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds within an element: the vocabulary, the prefixes, the thing that is spoken of."""

    vocabulary: str
    prefixes: dict[str, str]
    subject: _Subject | None


def subjects(dom: LexborHTMLParser) -> tuple[Node, ...]:
    """All things that have a type whose address is known."""
    root = dom.root
    if root is None or not dom.css("[typeof]"):
        return ()
    found: list[_Subject] = []
    waiting = [(root, _Around("", _PREFIXES, None))]
    while waiting:
        node, around = waiting.pop()
        within = _taken(node, around, found)
        waiting += reversed([(child, within) for child in node.iter()])
    return tuple(Node(subject.types, subject.properties, at(subject.node), subject.nested) for subject in found if subject.types)


def _taken(node: LexborNode, around: _Around, found: list[_Subject]) -> _Around:
    written = attributes(node)
    vocabulary = written.get("vocab", around.vocabulary).strip()
    prefixes = around.prefixes | dict(_declared(written.get("prefix", "")))
    named = list(filter(None, (_address(word, vocabulary, prefixes) for word in written.get("property", "").split())))
    subject = around.subject
    for name in named if subject is not None else ():
        subject.properties[name] = (*subject.properties.get(name, ()), _value(node, written))
    if "typeof" in written:
        types = tuple(filter(None, (_address(word, vocabulary, prefixes) for word in written["typeof"].split())))
        subject = _Subject(types, node, nested=bool(named) and around.subject is not None)
        found.append(subject)
    elif "about" in written or ("resource" in written and not named):
        subject = None  # of something else than the thing around it
    return _Around(vocabulary, prefixes, subject)


def _declared(text: str) -> Iterator[tuple[str, str]]:
    parts = text.split()
    for name, address in zip(parts[::2], parts[1::2], strict=False):
        if name.endswith(":"):
            yield name[:-1].lower(), address


def _address(word: str, vocabulary: str, prefixes: dict[str, str]) -> str:
    """The whole address of a name; empty where it has none."""
    if "://" in word:
        return word
    prefix, colon, name = word.partition(":")
    if colon:
        known = prefixes.get(prefix.lower(), "")
        return known + name if known else ""
    return vocabulary + word if vocabulary else ""


def _value(node: LexborNode, written: dict[str, str]) -> str:
    for name in ("content", "resource", "href", "src", "datetime"):
        if name in written:
            return written[name].strip()
    return words(node)
