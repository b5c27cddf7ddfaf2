"""The words of a page by the lang attribute that rules them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from .exposure import Exposure
from .place import attributes

_BREAKS = frozenset("address article aside blockquote br dd div dl dt figcaption footer form h1 h2 h3 h4 h5 h6 header li main nav "
                    "ol p pre section table td th tr ul button label option legend".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """The words for which one element's lang attribute speaks; `language` as written."""

    node: LexborNode
    language: str
    text: str


@fact
def passages(dom: LexborHTMLParser, exposure: Exposure) -> tuple[Passage, ...]:
    """The words under each element with a lang attribute, those under another such element left out.

    The first is the html element's, even if it has no lang or no words. Words for
    images count; words that nobody gets do not.
    """
    root = dom.css_first("html")
    gathered: dict[int, tuple[LexborNode, list[str]]] = {root.mem_id: (root, [])}
    _walk(root, root, gathered, exposure)
    return tuple(
        Passage(node, attributes(node).get("lang", ""), re.sub(r"\s+", " ", "".join(parts)).strip())
        for node, parts in gathered.values()
    )


def _walk(node: LexborNode, owner: LexborNode, gathered: dict[int, tuple[LexborNode, list[str]]], exposure: Exposure) -> None:
    # Iterative: hostile pages nest thousands deep.
    stack: list[tuple[LexborNode, LexborNode]] = [(node, owner)]
    while stack:
        item, ruling = stack.pop()
        parts = gathered[ruling.mem_id][1]
        if item.is_text_node:
            parts.append(item.text_content or "")
            continue
        if item.tag not in ("html", "body") and not exposure.displayed(item):
            continue
        written = attributes(item)
        if item.mem_id != ruling.mem_id and "lang" in written:
            ruling = item
            parts = gathered.setdefault(item.mem_id, (item, []))[1]
        if exposure.exposed(item) or item.tag in ("html", "body"):
            parts += [f" {written[name]} " for name in ("alt", "aria-label") if written.get(name)]
        if item.tag in _BREAKS:
            parts.append(" ")
        if item.tag == "head":
            continue
        stack.extend((child, ruling) for child in reversed(list(item.iter(include_text=True))))
