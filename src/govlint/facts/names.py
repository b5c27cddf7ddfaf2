"""Accessible names, worked out from the source as "Accessible Name and Description Computation" has it."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from .exposure import Exposure
from .place import attributes, words
from .roles import NAMED_BY_CONTENT, role_of

_BLOCKS = frozenset(
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table td th tr ul".split()
)
_LABELLED = frozenset({"input", "select", "textarea", "meter", "progress", "output"})
_BUTTON_TYPES = {"submit": "Submit", "reset": "Reset", "button": ""}
_NAMING_CHILD = {"fieldset": "legend", "table": "caption", "figure": "figcaption", "svg": "title"}


class Names:
    """The accessible name of any element of one page."""

    def __init__(self, dom: LexborHTMLParser, exposure: Exposure) -> None:
        self._exposure = exposure
        self._by_id: dict[str, LexborNode] = {}
        self._labels: dict[int, list[LexborNode]] = {}
        for node in dom.css("[id]"):
            self._by_id.setdefault(attributes(node)["id"], node)
        for label in dom.css("label"):
            target = self._target(label)
            if target is not None:
                self._labels.setdefault(target.mem_id, []).append(label)

    def by_id(self, name: str) -> LexborNode | None:
        """The first element with that id."""
        return self._by_id.get(name)

    def labels(self, control: LexborNode) -> list[LexborNode]:
        """The label elements of a control, by `for` or by being around it."""
        return self._labels.get(control.mem_id, [])

    def of(self, node: LexborNode) -> str:
        """The accessible name, white space folded; empty if there is none."""
        try:
            return _folded(self._name(node, frozenset(), referenced=False, within=False))
        except RecursionError:  # hostile pages nest thousands deep
            return words(node)

    def described(self, node: LexborNode) -> str:
        """The words of what aria-describedby points to, else of aria-description."""
        written = attributes(node)
        found = [self._by_id[i] for i in written.get("aria-describedby", "").split() if i in self._by_id]
        text = " ".join(self._name(n, frozenset(), referenced=True, within=True) for n in found)
        return _folded(text) or _folded(written.get("aria-description", ""))

    def content(self, node: LexborNode) -> str:
        """The name that the element's content gives, whatever its attributes say."""
        return _folded(self._content(node, frozenset({node.mem_id}), hidden=False))

    def _target(self, label: LexborNode) -> LexborNode | None:
        written = attributes(label)
        if "for" in written:
            return self._by_id.get(written["for"])
        inside = label.css("input:not([type=hidden i]), select, textarea, button, meter, progress, output")
        return inside[0] if inside else None

    def _name(self, node: LexborNode, seen: frozenset[int], *, referenced: bool, within: bool) -> str:
        if node.mem_id in seen or not (referenced or self._exposure.exposed(node)):
            return ""
        seen |= {node.mem_id}
        written = attributes(node)
        # A hidden element that is pointed to gives its words, hidden ones among them.
        hidden = referenced and not self._exposure.exposed(node)
        if not referenced:
            pointed = [self._by_id[i] for i in written.get("aria-labelledby", "").split() if i in self._by_id]
            own = seen - {node.mem_id}
            joined = " ".join(self._name(n, own, referenced=True, within=True) for n in pointed)
            if joined.strip():
                return joined
        if written.get("aria-label", "").strip():
            return written["aria-label"]
        return self._native(node, written, seen) or self._by_content(node, seen, within, hidden) or _title(node, written)

    def _native(self, node: LexborNode, written: dict[str, str], seen: frozenset[int]) -> str:
        tag, kind = node.tag, written.get("type", "text").lower()
        if tag in ("img", "area") and role_of(node) not in ("none", "presentation"):
            return written.get("alt", "")
        if tag == "input" and kind in _BUTTON_TYPES:
            return written.get("value", _BUTTON_TYPES[kind])
        if tag == "input" and kind == "image":
            return written.get("alt", "") or written.get("title", "")
        if tag in _LABELLED or (tag == "button" and self.labels(node)):
            own = seen - {node.mem_id}
            said = " ".join(self._name(n, own | {node.mem_id}, referenced=False, within=True) for n in self.labels(node))
            return said if said.strip() else ""
        if tag in _NAMING_CHILD:
            child = next((c for c in node.iter() if c.tag == _NAMING_CHILD[tag]), None)
            if child is None:
                return ""
            if tag == "svg":
                return child.text() or ""
            return self._name(child, seen, referenced=False, within=True)
        return ""

    def _by_content(self, node: LexborNode, seen: frozenset[int], within: bool, hidden: bool) -> str:
        if node.tag in ("select", "textarea", "iframe", "svg", "video", "audio", "object", "canvas", "img"):
            return ""
        if node.tag == "input":
            return attributes(node).get("value", "") if within and len(seen) > 1 else ""
        if not within and role_of(node) not in NAMED_BY_CONTENT and node.tag != "summary":
            return ""
        return self._content(node, seen, hidden)

    def _content(self, node: LexborNode, seen: frozenset[int], hidden: bool) -> str:
        parts: list[str] = []
        for child in node.iter(include_text=True):
            if child.is_text_node:
                parts.append(child.text_content or "")
            elif child.tag not in ("script", "style", "template", "noscript"):
                space = " " if child.tag in _BLOCKS else ""
                name = self._name(child, seen, referenced=hidden, within=True)
                parts.append(f"{space}{name}{space}")
        return "".join(parts)


@fact
def names(dom: LexborHTMLParser, exposure: Exposure) -> Names:
    """The accessible names of the page's elements."""
    return Names(dom, exposure)


def _title(node: LexborNode, written: dict[str, str]) -> str:
    if written.get("title", "").strip():
        return written["title"]
    return written.get("placeholder", "") if node.tag in ("input", "textarea") else ""


def _folded(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\ufeff]+", " ", text).strip()
