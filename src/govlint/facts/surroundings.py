"""What stands around an element: ancestors, the block it lies in, the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

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


def context_of(block: LexborNode, left_out: frozenset[int]) -> str:
    """The words that a reader gets together with what lies in this block: a sentence, list item or table cell.

    `left_out` are the elements (by `mem_id`) whose words do not count. Of a block that
    is no list item or cell, only what stands directly in it counts: the next
    paragraph is another context.
    """
    parts: list[str] = []
    _collect(block, left_out, whole=block.tag in _CELLS, parts=parts)
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


def _collect(block: LexborNode, left_out: frozenset[int], *, whole: bool, parts: list[str]) -> None:
    stack: list[LexborNode | str] = [block]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.is_text_node:
            parts.append(node.text_content or "")
        elif node.tag == "img":
            parts.append(f" {node.attributes.get('alt') or ''} ")
        elif node.mem_id not in left_out and node.tag not in ("script", "style", "template", "noscript"):
            if node.mem_id != block.mem_id and node.tag in _BLOCKS and not whole:
                continue
            space = " " if node.tag in _BLOCKS or node.tag == "br" else ""
            stack += [space, *reversed(list(node.iter(include_text=True)))]
            parts.append(space)
