"""Which elements of a page have a class, hold it or stand in it: asked for thousands of times a page, worked out once for each class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .kin import ancestors


class Nesting:
    """The elements of the classes of one design system, all by their `mem_id`."""

    def __init__(self, tree: LexborHTMLParser, by_class: Mapping[str, tuple[LexborNode, ...]]) -> None:
        self._tree = tree
        self._by_class = by_class
        self.having = cache(self._having)
        self.holding = cache(self._holding)
        self.holding_tag = cache(self._holding_tag)

    def is_within(self, node: LexborNode, name: str) -> bool:
        """Whether something around an element has the class."""
        bearers = self.having(name)
        return bool(bearers) and any(above.mem_id in bearers for above in ancestors(node))

    def _having(self, name: str) -> frozenset[int]:
        """The elements that have the class."""
        return frozenset(node.mem_id for node in self._by_class.get(name, ()))

    def _holding(self, name: str) -> frozenset[int]:
        """The elements that have the class, or one inside that has it."""
        return _with_all_around(self._by_class.get(name, ()))

    def _holding_tag(self, tag: str) -> frozenset[int]:
        """The elements of that tag, and those that have one inside."""
        return _with_all_around(self._tree.css(tag))


def contents(tree: LexborHTMLParser, system: str) -> dict[tuple[str, str], list[LexborNode]]:
    """The elements that have no class of their author's own, by a class that is around them and their tag.

    Around them is the nearest element that has a class, links left aside: so no other component or part is between.
    """
    found: dict[tuple[str, str], list[LexborNode]] = {}
    within: dict[int, tuple[str, ...]] = {}
    known: dict[str, tuple[tuple[str, ...], bool]] = {}  # most elements of a page share few lists of classes
    for node in tree.css("*"):
        above, written = node.parent, node.attrs.get("class") or ""
        if written not in known:
            names = tuple(written.split())
            is_link = all(name.endswith("-link") for name in names)
            known[written] = (() if is_link else names), all(name.startswith(system) for name in names)
        own, is_of_system = known[written]
        around = within.get(above.mem_id, ()) if above is not None else ()
        within[node.mem_id] = own or around
        if around and is_of_system and (node.attrs.get("type") or "").lower() != "hidden":
            for name in around:
                found.setdefault((name, str(node.tag)), []).append(node)
    return found


def _with_all_around(nodes: Iterable[LexborNode]) -> frozenset[int]:
    found: set[int] = set()
    for node in nodes:
        found.add(node.mem_id)
        for above in ancestors(node):
            if above.mem_id in found:
                break
            found.add(above.mem_id)
    return frozenset(found)
