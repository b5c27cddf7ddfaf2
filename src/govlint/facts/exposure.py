"""What of a page is displayed, and what of that reaches assistive technology, as far as its source tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from .place import attributes

_NEVER_DISPLAYED = frozenset({"head", "script", "style", "template", "noscript", "title", "meta", "link", "datalist"})
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
# The innermost block and the selector before it; blocks within at-rules are left out by `_top_level`.
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


class Exposure:
    """Which elements are displayed, and which are in the accessibility tree.

    External style sheets are not read: an element is taken as displayed unless the
    page's own attributes and style elements hide it.
    """

    def __init__(self, displayed: set[int], exposed: set[int]) -> None:
        self._displayed = displayed
        self._exposed = exposed

    def displayed(self, node: LexborNode) -> bool:
        """Whether the element takes part in the layout."""
        return node.mem_id in self._displayed

    def exposed(self, node: LexborNode) -> bool:
        """Whether assistive technology gets the element."""
        return node.mem_id in self._exposed


@fact
def exposure(dom: LexborHTMLParser) -> Exposure:
    """What is displayed and what is exposed to assistive technology."""
    from_sheets = _declared_in_sheets(dom)
    undisplayed: set[int] = set()
    silent: set[int] = set()
    invisible: set[int] = set()
    displayed: set[int] = set()
    for node in dom.css("*"):
        own, parent = node.mem_id, node.parent
        above = parent.mem_id if parent is not None else 0
        written = attributes(node)
        style = {**from_sheets.get(own, {}), **declarations(written.get("style", ""))}
        if above in undisplayed or _is_undisplayed(node, written, style):
            undisplayed.add(own)
            continue
        visibility = style.get("visibility", "")
        if visibility in ("hidden", "collapse") or (above in invisible and visibility != "visible"):
            invisible.add(own)
        else:
            displayed.add(own)
        if above in silent or written.get("aria-hidden") == "true" or "inert" in written:
            silent.add(own)
    return Exposure(displayed, displayed - silent)


def declarations(style: str) -> dict[str, str]:
    """The declarations of a style attribute, names and values in lower case, `!important` left out."""
    found = _DECLARATION.findall(style)
    return {name.lower(): value.lower().replace("!important", "").strip() for name, value in found}


def sheet_rules(css: str) -> Iterator[tuple[str, str]]:
    """(selector, declarations) of each rule of a style sheet that stands in no at-rule."""
    for selector, block in _RULE.findall(_top_level(css)):
        if not selector.strip().startswith("@"):
            yield selector.strip(), block


def _is_undisplayed(node: LexborNode, written: dict[str, str], style: dict[str, str]) -> bool:
    display = style.get("display", "")
    if node.tag in _NEVER_DISPLAYED or display == "none":
        return True
    if node.tag == "input" and written.get("type", "").lower() == "hidden":
        return True
    if node.tag == "dialog" and "open" not in written and not display:
        return True
    return "hidden" in written and not display


def _declared_in_sheets(dom: LexborHTMLParser) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for sheet in dom.css("style"):
        for selector, block in sheet_rules(sheet.text() or ""):
            declared = {k: v for k, v in declarations(block).items() if k in ("display", "visibility")}
            if not declared:
                continue
            try:
                chosen = dom.css(selector)
            except Exception:  # selectolax raises several kinds for what it cannot read, as :hover
                continue
            for node in chosen:
                found.setdefault(node.mem_id, {}).update(declared)
    return found


def _top_level(css: str) -> str:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    pieces, position = [], 0
    for at_rule in re.finditer(r"@[\w-]+[^{};]*([{;])", css):
        if at_rule.start() < position:
            continue
        pieces.append(css[position : at_rule.start()])
        position = _end_of_block(css, at_rule.end()) if at_rule[1] == "{" else at_rule.end()
    return "".join([*pieces, css[position:]])


def _end_of_block(css: str, position: int) -> int:
    depth = 1
    for brace in re.compile(r"[{}]").finditer(css, position):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(css)
