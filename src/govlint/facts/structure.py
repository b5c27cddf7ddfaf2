"""The structure of a page: a digest of its elements, classes, roles and other traits, its text left out.

Pages that one template made have the same structure, whatever their words and however often an item is repeated in
them. Where it is in doubt whether a browser or axe-core would see a difference, the structures are different.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import NotGathered, fact
from .marks import unmark
from .place import attributes, words
from .traits import FRAMES, Page, is_landmark_role

TEXT = ("text", True)
# Landmarks and frames: a second one is no repeated item, and axe-core looks at how many there are.
SINGLE = frozenset({"aside", "form", "main", "nav"}) | FRAMES
SECTIONS = frozenset("article aside main nav section".split())  # in these no header or footer is a landmark
LONGEST_CYCLE = 2  # items of two elements, as dt and dd
_DOCTYPE = re.compile(r"\s*(?:<!--.*?-->\s*)*(<!doctype[^>]*>)", re.IGNORECASE | re.DOTALL)
_Part = tuple[str, bool]  # a digest, and whether it may be repeated without being another structure
_Branch = tuple[LexborNode, Iterator[LexborNode], list[_Part]]


@fact
def structure(html: str, dom: LexborHTMLParser, base_url: str, url: str, truncated: str = "") -> str:
    """The digest of the page's structure: the same for pages that differ in words and in how often items are repeated.

    32 hex digits. Addresses at the page's own origin count without it.
    """
    if truncated:
        raise NotGathered(f"The page is not here as a whole: {truncated}.")
    root = dom.root
    if root is None:
        raise NotGathered("The page has no elements.")
    doctype = _DOCTYPE.match(html)
    kind = " ".join(doctype[1].lower().split()) if doctype else "no doctype"
    return _digest(kind, _tree(root, Page(dom, base_url, url)))


def _tree(root: LexborNode, page: Page) -> str:
    """The digest of a tree, from the leaves up; not by recursion, since there is no limit to its depth."""
    branches: list[_Branch] = [(root, _children(root), [])]
    while True:
        node, left, parts = branches[-1]
        child = next(left, None)
        if child is None:
            branches.pop()
            part = _element(node, parts, [above for above, _, _ in branches], page)
            if not branches:
                return part[0]
            branches[-1][2].append(part)
        elif child.is_element_node:
            branches.append((child, _children(child), []))
        elif child.is_text_node and (child.text_content or "").strip():
            parts.append(TEXT)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return iter(()) if node.tag in ("script", "style", "template") else node.iter(include_text=True)


def _element(node: LexborNode, parts: list[_Part], above: list[LexborNode], page: Page) -> _Part:
    for length in range(1, LONGEST_CYCLE + 1):
        parts = _folded(parts, length)
    told = (node.tag or "", *page.traits(node), _raw(node), _repetition(node, above))
    repeats = all(part[1] for part in parts) and not _is_single(node, above)
    return _digest(*told, "", *(part[0] for part in parts)), repeats


def _folded(parts: list[_Part], length: int) -> list[_Part]:
    """The parts with each run of the same so many in a row standing there once."""
    kept: list[_Part] = []
    for part in parts:
        kept.append(part)
        last = kept[-length:]
        if kept[-2 * length : -length] == last and all(repeats for _, repeats in last):
            del kept[-length:]
    return kept


def _is_single(node: LexborNode, above: list[LexborNode]) -> bool:
    if node.tag in ("header", "footer"):
        return SECTIONS.isdisjoint(parent.tag for parent in above)
    return node.tag in SINGLE or is_landmark_role(attributes(node))


def _raw(node: LexborNode) -> str:
    """What stands in an element without being text of the page: style sheets, scripts but for their data, templates."""
    if node.tag == "template":
        return unmark(node.html or "")
    if node.tag not in ("script", "style"):
        return ""
    is_data = "json" in attributes(node).get("type", "").lower()
    return "data" if is_data else node.text(strip=True)


def _repetition(node: LexborNode, above: list[LexborNode]) -> str:
    """Whether a picture says the words of its link or button again, or a table's summary those of its caption."""
    if node.tag == "img" and (said := attributes(node).get("alt", "").strip()):
        around = next((parent for parent in reversed(above) if parent.tag in ("a", "button")), None)
        return "said again" if around is not None and words(around).lower() == " ".join(said.split()).lower() else ""
    if node.tag == "table" and (said := attributes(node).get("summary", "").strip()):
        caption = node.css_first("caption")
        return "said again" if caption is not None and words(caption).lower() == said.lower() else ""
    return ""


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
