"""The place of an element: a selector that finds it again, its line and column, its start tag."""

from __future__ import annotations

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model.verdict import Place
from .marks import MARK, mark, unmark

_PLAIN_NAME = re.compile(r"-?[A-Za-z_][\w-]*\Z")
EXCERPT_LENGTH = 200
# So much of the source of an element is read for its excerpt, if what comes of it is long enough; the mark of a start tag may be cut at its end.
READ_LENGTH, ENOUGH = 1_000, EXCERPT_LENGTH + 60


class Tree(LexborHTMLParser):
    """A tree that keeps what was worked out of its elements' places and words; it must not be changed.

    Without that, naming each item of a long list walks over all its neighbours again, and each rule reads each label anew.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.places: dict[int, Place] = {}
        self.steps: dict[int, str] = {}
        self.said: dict[int, str] = {}
        self.firsts: dict[str, int] = {}


def parse(source: str) -> LexborHTMLParser:
    """A tree of the source whose elements know their line and column."""
    return Tree(mark(source))


def at(node: LexborNode) -> Place:
    """The place of an element."""
    kept = node.parser.places if isinstance(node.parser, Tree) else {}
    if node.mem_id not in kept:
        line, column = position(node)
        kept[node.mem_id] = Place(selector(node), line, column, excerpt(node))
    return kept[node.mem_id]


def position(node: LexborNode) -> tuple[int | None, int | None]:
    """Line and column of the start tag in the source; None where the parser supplied the element."""
    written = node.attrs.get(MARK)
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
        name = node.attrs.get("id")
        if name and _PLAIN_NAME.match(name) and _is_first(node, f"#{name}"):
            steps.append(f"#{name}")
            break
        steps.append(_step(node))
        node = node.parent
    return " > ".join(reversed(steps))


def excerpt(node: LexborNode) -> str:
    """The element as written, white space folded, cut after 200 characters."""
    source = node.html or ""
    text = _folded(unmark(source[:READ_LENGTH]))
    if len(source) > READ_LENGTH and len(text) < ENOUGH:
        text = _folded(unmark(source))
    if node.tag in ("html", "head", "body"):
        text = text.partition(">")[0] + ">"
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
    kept = node.parser.said if isinstance(node.parser, Tree) else {}
    if node.mem_id not in kept:
        parts: list[str] = []
        _gather(node, parts)
        kept[node.mem_id] = _folded("".join(parts))
    return kept[node.mem_id]


_SILENT = frozenset({"script", "style", "template", "noscript", "head"})
_BREAKS = frozenset(
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table td th tr ul".split()
)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _gather(node: LexborNode, parts: list[str]) -> None:
    if node.is_text_node:
        parts.append(node.text_content or "")
        return
    stack = [(node.iter(include_text=True), False)]
    while stack:
        left, spaced = stack[-1]
        for child in left:
            if child.is_text_node:
                parts.append(child.text_content or "")
            elif (tag := child.tag) not in _SILENT:
                if tag in _BREAKS:
                    parts.append(" ")
                stack.append((child.iter(include_text=True), tag in _BREAKS))
                break
        else:
            stack.pop()
            if spaced:
                parts.append(" ")


def _is_first(node: LexborNode, css: str) -> bool:
    tree = node.parser
    if not isinstance(tree, Tree):
        first = find(tree, css)
        return first is not None and first.mem_id == node.mem_id
    if not tree.firsts:
        for bearer in tree.css("[id]"):
            tree.firsts.setdefault(f"#{bearer.attributes.get('id')}", bearer.mem_id)
    return tree.firsts.get(css) == node.mem_id


def _step(node: LexborNode) -> str:
    """One step of a selector: the tag, and which of its kind it is where its parent has several."""
    kept = node.parser.steps if isinstance(node.parser, Tree) else {}
    if node.mem_id not in kept:
        siblings = [node] if node.parent is None else [child for child in node.parent.iter() if child.tag]
        totals = Counter(sibling.tag for sibling in siblings)
        seen: Counter[str] = Counter()
        for sibling in siblings:
            seen[sibling.tag] += 1
            several = totals[sibling.tag] > 1
            kept[sibling.mem_id] = f"{sibling.tag}:nth-of-type({seen[sibling.tag]})" if several else sibling.tag
    return kept[node.mem_id]
