"""What stands around an element: ancestors, the block it lies in, the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from .place import words

_CELLS = frozenset({"li", "td", "th", "dd", "dt"})
_BLOCKS = frozenset(
    "address article aside blockquote body caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header label legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around this one, from the inside out."""
    above = node.parent
    while above is not None and above.is_element_node:
        yield above
        above = above.parent


def block_of(node: LexborNode) -> LexborNode | None:
    """The nearest block element around this one."""
    return next((above for above in ancestors(node) if above.tag in _BLOCKS), None)


def context_of(node: LexborNode) -> str:
    """The words that a reader gets together with this element: its sentence, list item or table cell.

    The element's own words are left out. Of a block that is no list item or cell,
    only what stands directly in it counts: the next paragraph is another context.
    """
    block = block_of(node)
    if block is None:
        return ""
    parts: list[str] = []
    _collect(block, node, whole=block.tag in _CELLS, parts=parts)
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def before(node: LexborNode) -> LexborNode | None:
    """The element before this one under the same parent."""
    other = node.prev
    while other is not None and not other.is_element_node:
        other = other.prev
    return other


def after(node: LexborNode) -> LexborNode | None:
    """The element after this one under the same parent."""
    other = node.next
    while other is not None and not other.is_element_node:
        other = other.next
    return other


def _collect(node: LexborNode, left_out: LexborNode, *, whole: bool, parts: list[str]) -> None:
    for child in node.iter(include_text=True):
        if child.is_text_node:
            parts.append(child.text_content or "")
        elif child.mem_id == left_out.mem_id or child.tag in ("script", "style", "template", "noscript"):
            continue
        elif child.tag == "img":
            parts.append(f" {child.attributes.get('alt') or ''} ")
        elif whole or child.tag not in _BLOCKS:
            space = " " if child.tag in _BLOCKS or child.tag == "br" else ""
            parts.append(space)
            _collect(child, left_out, whole=whole, parts=parts)
            parts.append(space)


def has_words(node: LexborNode) -> bool:
    """Whether there is any text in the element."""
    return bool(words(node))
