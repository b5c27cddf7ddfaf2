"""The place of an element: a selector that finds it again, its line and column, its start tag."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model.verdict import Place
from .marks import MARK, mark, unmark

_PLAIN_NAME = re.compile(r"-?[A-Za-z_][\w-]*\Z")
EXCERPT_LENGTH = 200


def parse(source: str) -> LexborHTMLParser:
    """A tree of the source whose elements know their line and column."""
    return LexborHTMLParser(mark(source))


def at(node: LexborNode) -> Place:
    """The place of an element."""
    line, column = position(node)
    return Place(selector(node), line, column, excerpt(node))


def position(node: LexborNode) -> tuple[int | None, int | None]:
    """Line and column of the start tag in the source; None where the parser supplied the element."""
    written = node.attributes.get(MARK)
    if not written:
        return None, None
    line, column = written.split(":")
    return int(line), int(column)


def selector(node: LexborNode) -> str:
    """A short CSS selector that finds this element first in its document."""
    steps: list[str] = []
    while node is not None and node.is_element_node:
        tag = node.tag
        if tag in ("html", "body", "head"):
            steps.append(tag)
            break
        name = node.attributes.get("id")
        if name and _PLAIN_NAME.match(name) and _is_first(node, f"#{name}"):
            steps.append(f"#{name}")
            break
        steps.append(tag + _nth(node))
        node = node.parent
    return " > ".join(reversed(steps))


def excerpt(node: LexborNode) -> str:
    """The element as written, white space folded, cut after 200 characters."""
    text = re.sub(r"\s+", " ", unmark(node.html or "")).strip()
    if node.tag in ("html", "head", "body"):
        text = text[: text.find(">") + 1]
    return text if len(text) <= EXCERPT_LENGTH else text[: EXCERPT_LENGTH - 1] + "…"


def find(tree: LexborHTMLParser, css: str) -> LexborNode | None:
    """The first element that a selector finds; None also for a selector that lexbor cannot read."""
    try:
        return tree.css_first(str(css))
    except Exception:  # selectolax raises several kinds, SyntaxError among them
        return None


def attributes(node: LexborNode) -> dict[str, str]:
    """The attributes as the author wrote them; one without a value is the empty text."""
    return {key: value or "" for key, value in node.attributes.items() if key != MARK}


def words(node: LexborNode) -> str:
    """The text that a reader gets of an element: scripts and styles left out, white space folded."""
    parts: list[str] = []
    _gather(node, parts)
    return re.sub(r"\s+", " ", "".join(parts)).strip()


_SILENT = frozenset({"script", "style", "template", "noscript", "head"})
_BREAKS = frozenset(
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table td th tr ul".split()
)


def _gather(node: LexborNode, parts: list[str]) -> None:
    stack: list[LexborNode | str] = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
        elif item.is_text_node:
            parts.append(item.text_content or "")
        elif item.tag not in _SILENT or item is node:
            spaced = item.tag in _BREAKS
            if spaced:
                parts.append(" ")
                stack.append(" ")
            children = list(item.iter(include_text=True))
            stack.extend(reversed(children))


def _is_first(node: LexborNode, css: str) -> bool:
    first = find(node.parser, css)
    return first is not None and first.mem_id == node.mem_id


def _nth(node: LexborNode) -> str:
    before = sum(1 for _ in _same_before(node))
    return f":nth-of-type({before + 1})" if before or _same_after(node) else ""


def _same_before(node: LexborNode):
    other = node.prev
    while other is not None:
        if other.tag == node.tag:
            yield other
        other = other.prev


def _same_after(node: LexborNode) -> bool:
    other = node.next
    while other is not None:
        if other.tag == node.tag:
            return True
        other = other.next
    return False
