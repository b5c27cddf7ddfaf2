"""Ids, and what points at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from .place import attributes

# Attributes whose value is a list of ids, or one id.
POINTING = ("aria-labelledby", "aria-describedby", "aria-details", "aria-errormessage", "aria-controls", "aria-owns",
            "aria-activedescendant", "aria-flowto", "for", "headers", "form", "list")  # fmt: skip
# What these name has to be there when the page comes; the rest may name what a script builds later, such as the list of a combobox.
MUST_BE_THERE = frozenset({"for", "aria-labelledby", "aria-describedby", "headers"})


@dataclass(frozen=True, slots=True)
class Reference:
    """One pointer: the element that points, by which attribute, to which id."""

    node: LexborNode
    attribute: str
    id: str


@fact
def elements_by_id(dom: LexborHTMLParser) -> Mapping[str, tuple[LexborNode, ...]]:
    """All elements that bear each id, in order."""
    found: dict[str, list[LexborNode]] = {}
    for node in dom.css("[id]"):
        found.setdefault(attributes(node)["id"], []).append(node)
    return {name: tuple(nodes) for name, nodes in found.items()}


@fact
def references(dom: LexborHTMLParser) -> tuple[Reference, ...]:
    """Every pointer from one element to another by id; those of links have the attribute `href`."""
    found = []
    for node in dom.css("*"):
        written = attributes(node)
        for name in POINTING:
            if name == "for" and node.tag not in ("label", "output"):
                continue
            found += [Reference(node, name, target) for target in written.get(name, "").split()]
        href = written.get("href", "")
        if node.tag in ("a", "area") and href.startswith("#") and len(href) > 1:
            found.append(Reference(node, "href", unquote(href[1:])))
    return tuple(found)
