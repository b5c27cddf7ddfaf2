"""The form and the scripts of a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pikepdf import Dictionary

from .pdf_values import dictionary, identity, items, name, number, string

MOST_FIELDS = 5_000
HIDDEN = 2  # bit 2 of an annotation's flags (ISO 32000-1, table 165)
PUSH_BUTTON = 1 << 16  # bit 17 of a button's flags (table 226)


@dataclass(frozen=True, slots=True)
class FormField:
    """A field that somebody can fill in: its name for programs, its name for people, its kind (Tx, Btn, Ch, Sig)."""

    name: str
    label: str
    kind: str


def fields_of(form: Any) -> tuple[FormField, ...]:
    """The fields of a form that are shown, push buttons left out; at most 5,000."""
    found: list[FormField] = []
    seen: set[tuple[int, int]] = set()
    waiting = [(field, "", "", "", 0) for field in reversed(list(items(form.get("/Fields"), MOST_FIELDS)))]
    while waiting and len(found) < MOST_FIELDS:
        field, path, label, kind, flags = waiting.pop()
        mark = identity(field)
        if not isinstance(field, Dictionary) or mark in seen:
            continue
        if mark:
            seen.add(mark)
        own = string(field.get("/T"))
        path = f"{path}.{own}" if path and own else path or own
        label = string(field.get("/TU")) or label
        kind = name(field.get("/FT")) or kind
        flags = number(field.get("/Ff")) or flags
        kids = [kid for kid in items(field.get("/Kids"), MOST_FIELDS) if isinstance(kid, Dictionary)]
        if any("/T" in kid for kid in kids):
            waiting.extend((kid, path, label, kind, flags) for kid in reversed(kids))
            continue
        widgets = kids or [field]
        label = label or next(filter(None, (string(w.get("/TU")) for w in widgets)), "")
        shown = any(not number(w.get("/F")) & HIDDEN for w in widgets)
        if shown and kind and not (kind == "Btn" and flags & PUSH_BUTTON):
            found.append(FormField(path, label, kind))
    return tuple(found)


def has_script(root: Any) -> bool:
    """Whether the document itself runs JavaScript: on opening, by name, or by an event of the document."""
    if "/JavaScript" in dictionary(root.get("/Names")):
        return True
    events = dictionary(root.get("/AA"))
    actions = [root.get("/OpenAction"), *(events.get(key) for key in events.keys())]  # noqa: SIM118
    return any(name(dictionary(action).get("/S")) == "JavaScript" for action in actions)
