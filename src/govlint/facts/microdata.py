"""The items of microdata in a page (HTML Standard, chapter 5): which types they are of, and their properties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model.verdict import Place
from .place import at, attributes, words

# HTML Standard, 5.2.4: the attribute that holds an element's value.
_VALUES = {
    "meta": "content", "audio": "src", "embed": "src", "iframe": "src", "img": "src", "source": "src", "track": "src",
    "video": "src", "a": "href", "area": "href", "link": "href", "object": "data", "data": "value", "meter": "value",
    "time": "datetime",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Node:
    """A thing as it is written: types and properties by whole address, its place, whether it is another's value."""

    types: tuple[str, ...]
    properties: dict[str, tuple[str, ...]]
    at: Place
    nested: bool


def items(dom: LexborHTMLParser) -> Iterator[Node]:
    """All items that have a type."""
    for node in dom.css("[itemscope][itemtype]"):
        written = attributes(node)
        types = tuple(written["itemtype"].split())
        if not types:
            continue
        found: dict[str, tuple[str, ...]] = {}
        for child in _of_item(node, written, dom):
            for name in attributes(child).get("itemprop", "").split():
                address = name if ":" in name else vocabulary(types[0]) + name
                found[address] = (*found.get(address, ()), value(child))
        yield Node(types, found, at(node), "itemprop" in written)


def vocabulary(address: str) -> str:
    """The part of a type's address that its properties share, as `https://schema.org/`."""
    cut = max(address.rfind("#"), address.rfind("/")) + 1
    return address[:cut] if "://" in address[:cut] and cut > address.find("://") + 3 else f"{address}/"


def value(node: LexborNode) -> str:
    """What an element says as a property: what its attribute for values holds, else its words."""
    written = attributes(node)
    name = _VALUES.get(node.tag or "", "")
    return written[name].strip() if name in written else words(node)


def _of_item(node: LexborNode, written: dict[str, str], dom: LexborHTMLParser) -> Iterator[LexborNode]:
    roots = [child for child in node.iter() if child is not None]
    for name in written.get("itemref", "").split():
        named = next((found for found in dom.css("[id]") if attributes(found)["id"] == name), None)
        roots += [named] if named is not None else []
    for root in roots:
        yield from _within(root)


def _within(node: LexborNode) -> Iterator[LexborNode]:
    """The elements from here down, but not into another item."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        yield here
        if "itemscope" not in attributes(here):
            waiting += reversed([child for child in here.iter()])
