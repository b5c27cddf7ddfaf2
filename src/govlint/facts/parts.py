"""The parts of a page by their role, as assistive technology gets them."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from .exposure import Exposure
from .roles import role_of


@fact
def by_role(dom: LexborHTMLParser, exposure: Exposure) -> Mapping[str, tuple[LexborNode, ...]]:
    """The exposed elements of each role, in order; a summary counts as a button, `image` as `img`."""
    found: dict[str, list[LexborNode]] = {}
    for node in dom.css("*"):
        if not exposure.exposed(node):
            continue
        role = role_of(node) or ("button" if node.tag == "summary" else "")
        found.setdefault("img" if role == "image" else role, []).append(node)
    return {role: tuple(nodes) for role, nodes in found.items() if role}
