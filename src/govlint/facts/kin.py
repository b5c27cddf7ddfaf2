"""How elements stand to each other: their classes, ancestors, order, and who has which id."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact


@fact
def nodes_by_id(dom: LexborHTMLParser) -> dict[str, LexborNode]:
    """The first element of each id."""
    found: dict[str, LexborNode] = {}
    for node in dom.css("[id]"):
        found.setdefault(node.attributes.get("id") or "", node)
    return found


@fact
def described_by(dom: LexborHTMLParser) -> dict[str, tuple[LexborNode, ...]]:
    """For each id that an aria-describedby names, the elements that name it."""
    found: dict[str, list[LexborNode]] = {}
    for node in dom.css("[aria-describedby]"):
        for name in (node.attributes.get("aria-describedby") or "").split():
            found.setdefault(name, []).append(node)
    return {name: tuple(nodes) for name, nodes in found.items()}


def classes(node: LexborNode) -> tuple[str, ...]:
    """The class names of an element, in order."""
    written = node.attrs.get("class")  # far cheaper than all attributes
    return _names(written) if written else ()


@lru_cache(maxsize=4096)
def _names(written: str) -> tuple[str, ...]:
    return tuple(written.split())


def has_class(node: LexborNode, *names: str) -> bool:
    """Whether an element has one of the classes."""
    for name in classes(node):  # asked so often that a generator would tell
        if name in names:
            return True
    return False


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around an element, from the nearest outwards."""
    above = node.parent
    while above is not None and above.is_element_node:
        yield above
        above = above.parent


def closest(node: LexborNode, *names: str) -> LexborNode | None:
    """The nearest element, from this one outwards, that has one of the classes."""
    return next((n for n in (node, *ancestors(node)) if has_class(n, *names)), None)


def inside(node: LexborNode, *tags: str) -> LexborNode | None:
    """The nearest element around this one with one of the tags."""
    return next((n for n in ancestors(node) if n.tag in tags), None)


def contains(outer: LexborNode, inner: LexborNode) -> bool:
    """Whether an element is another one or lies in it."""
    return any(n.mem_id == outer.mem_id for n in (inner, *ancestors(inner)))


def below(node: LexborNode, css: str) -> list[LexborNode]:
    """What a selector finds inside an element, without the element itself."""
    return [n for n in node.css(css) if n.mem_id != node.mem_id]


def holders(dom: LexborHTMLParser, css: str) -> set[int]:
    """The `mem_id` of each element inside which a selector finds one."""
    found: set[int] = set()
    for node in dom.css(css):
        for above in ancestors(node):
            if above.mem_id in found:
                break
            found.add(above.mem_id)
    return found


def children(node: LexborNode) -> list[LexborNode]:
    """The child elements."""
    return [n for n in node.iter() if n.is_element_node]


def in_order(dom: LexborHTMLParser, css: str) -> dict[int, int]:
    """The rank, from 0, of each element that a selector finds, by its `mem_id`."""
    return {node.mem_id: rank for rank, node in enumerate(dom.css(css))}


def is_hidden(node: LexborNode) -> bool:
    """Whether an element, or one around it, has the `hidden` attribute."""
    return any("hidden" in n.attrs for n in (node, *ancestors(node)))


def in_main(node: LexborNode) -> bool:
    """Whether an element lies in the main landmark."""
    return any(n.tag == "main" or n.attributes.get("role") == "main" for n in ancestors(node))
