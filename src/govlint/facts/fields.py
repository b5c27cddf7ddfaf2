"""The fields of a page of the GOV.UK template, by what their labels say."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from .controls import asked
from .kin import inside
from .place import attributes, words

_BUTTONS = frozenset({"button", "submit", "reset", "image", "hidden"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field that is filled in.

    `kind` is the input's type in lower case, `select` or `textarea`. `label` are the words of the label that
    names its id, `asks` what that asks for in lower case; `group` is the fieldset around it.
    """

    node: LexborNode
    kind: str
    label: str
    asks: str
    written: dict[str, str]
    group: LexborNode | None


@dataclass(frozen=True, slots=True)
class Fields:
    """All fields in order, and those of each form by its `mem_id`."""

    every: tuple[Field, ...]
    by_form: dict[int, tuple[Field, ...]]


@fact
def label_words(dom: LexborHTMLParser) -> dict[str, str]:
    """What the label of each id says; of several labels the last."""
    return {name: words(node) for node in dom.css("label[for]") if (name := node.attrs.get("for"))}


@fact
def govuk_fields(govuk_page: LexborNode, dom: LexborHTMLParser, label_words: dict[str, str]) -> Fields:
    """The fields of a page of the GOV.UK template; much cheaper than `controls`, which knows every way to name one."""
    every: list[Field] = []
    by_form: dict[int, list[Field]] = {}
    for node in dom.css("input, select, textarea"):
        written = attributes(node)
        kind = (written.get("type", "").lower() or "text") if node.tag == "input" else str(node.tag)
        if kind in _BUTTONS:
            continue
        label = label_words.get(written.get("id", ""), "")
        every.append(Field(node, kind, label, asked(label), written, inside(node, "fieldset")))
        form = inside(node, "form")
        if form is not None:
            by_form.setdefault(form.mem_id, []).append(every[-1])
    return Fields(tuple(every), {form: tuple(fields) for form, fields in by_form.items()})
