"""Fields of forms: what they ask for, what names them, what groups them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from .exposure import Exposure
from .names import Names
from .operable import is_disabled
from .place import attributes, words
from .roles import role_of
from .surroundings import ancestors

_BUTTONS = frozenset({"button", "submit", "reset", "image", "hidden"})
GROUPS = frozenset({"group", "radiogroup"})


@dataclass(frozen=True, slots=True)
class Control:
    """One field that a person fills in, exposed and not disabled.

    `kind` is the input's type in lower case, `select` or `textarea`. `label` are the
    words of its label elements, `name` its accessible name. `group` is the nearest
    fieldset or group around it, `legend` that group's name.
    """

    node: LexborNode
    kind: str
    label: str
    name: str
    written: dict[str, str]
    group: LexborNode | None
    legend: str


@fact
def controls(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> tuple[Control, ...]:
    """The fields of the page in order; buttons are none."""
    found = []
    for node in dom.css("input, select, textarea"):
        written = attributes(node)
        kind = written.get("type", "text").lower() if node.tag == "input" else node.tag
        if kind in _BUTTONS or not exposure.exposed(node) or is_disabled(node):
            continue
        label = " ".join(filter(None, (words(each) for each in names.labels(node))))
        group = group_of(node)
        legend = names.of(group) if group is not None else ""
        found.append(Control(node, kind or "text", label, names.of(node), written, group, legend))
    return tuple(found)


def group_of(node: LexborNode) -> LexborNode | None:
    """The nearest fieldset or element with a role of group around a field."""
    return next((above for above in ancestors(node) if role_of(above) in GROUPS and above.tag != "details"), None)


def asked(label: str) -> str:
    """What a label asks for, in lower case: without “what is your”, “(optional)” and punctuation."""
    text = re.sub(r"\([^)]*\)|\boptional\b|\brequired\b|[*:?]", " ", label.lower().replace("’", "'"))
    text = re.sub(r"\s+", " ", text).strip(" .-–")
    return re.sub(r"^(?:(?:please )?(?:enter|provide|give|type in|confirm|tell us) )?(?:what is|what's|what are)?\s*(?:your|my)\s+", "", text)
