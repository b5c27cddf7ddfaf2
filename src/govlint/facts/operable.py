"""Elements that a person can operate: by the mouse, and by the keyboard."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from .place import attributes
from .roles import WIDGETS, written_role

_CONTROLS = frozenset({"button", "select", "textarea", "summary", "iframe", "embed", "object"})
_ALTERNATIVE = "a[href], button, input:not([type=hidden i]), select, textarea, summary, [tabindex]"


def is_disabled(node: LexborNode) -> bool:
    """Whether the control cannot be used, by itself or by a fieldset around it."""
    if node.tag not in ("button", "input", "select", "textarea", "optgroup", "option", "fieldset"):
        return False
    if "disabled" in attributes(node):
        return True
    above = node.parent
    while above is not None and above.is_element_node:
        if above.tag == "fieldset" and "disabled" in attributes(above):
            legend = next((child for child in above.iter() if child.tag == "legend"), None)
            return legend is None or not any(n.mem_id == node.mem_id for n in legend.css("*"))
        above = above.parent
    return False


def tab_index(node: LexborNode) -> int | None:
    """The tabindex as a number; None if there is none that a browser reads."""
    found = re.match(r"\s*([-+]?\d+)", attributes(node).get("tabindex", ""))
    return int(found[1]) if found else None


def is_native_control(node: LexborNode) -> bool:
    """Whether HTML itself makes the element operable with mouse and keyboard."""
    written = attributes(node)
    if node.tag in ("a", "area"):
        return "href" in written
    if node.tag == "input":
        return written.get("type", "").lower() != "hidden"
    if node.tag in ("audio", "video"):
        return "controls" in written
    if node.tag == "label":
        return True
    return node.tag in _CONTROLS or written.get("contenteditable", "false").lower() in ("", "true", "plaintext-only")


def is_focusable(node: LexborNode) -> bool:
    """Whether the element can take focus, by Tab or by a script."""
    if node.tag == "label":
        return tab_index(node) is not None
    return tab_index(node) is not None or (is_native_control(node) and not is_disabled(node))


def is_tab_stop(node: LexborNode) -> bool:
    """Whether Tab moves focus to the element, if it is displayed."""
    index = tab_index(node)
    return is_focusable(node) and (index is None or index >= 0)


def holds_a_control(node: LexborNode) -> bool:
    """Whether something that can be operated lies inside the element."""
    return any(inner.mem_id != node.mem_id for inner in node.css(_ALTERNATIVE))


def says_it_is_a_control(node: LexborNode) -> bool:
    """Whether the element's role makes it something to operate."""
    return written_role(node) in WIDGETS
