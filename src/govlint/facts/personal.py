"""Where a page asks for personal data, by what its fields say of themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from ..model.verdict import Place
from .place import at, attributes

_TYPES = {"email": "email address", "tel": "telephone number", "password": "password"}
# HTML Standard, 4.10.18.7: what the tokens of autocomplete mean.
_PURPOSES = {
    "email": "email address",
    "tel": "telephone number",
    "tel-national": "telephone number",
    "name": "name",
    "given-name": "name",
    "family-name": "name",
    "bday": "date of birth",
    "bday-day": "date of birth",
    "street-address": "address",
    "address-line1": "address",
    "current-password": "password",
    "new-password": "password",
    "cc-number": "payment card",
    "cc-csc": "payment card",
}
_NAMES = (
    (r"e-?mail(-address)?", "email address"),
    (r"nino|national-insurance(-number)?|ni-number", "National Insurance number"),
    (r"dob|date-of-birth|birth-date|dob-(day|month|year)|date-of-birth-(day|month|year)", "date of birth"),
    (r"pass(word|wd)|pin-code", "password"),
    (r"passport(-number)?|nhs-number|driving-licence-number", "identity number"),
    (r"(bank-)?account-number|sort-code|card-number|cvv|cvc", "bank or card details"),
    (r"(full|first|last|family|given|sur)-?name", "name"),
    (r"(mobile|tele)?-?phone(-number)?|mobile(-number)?", "telephone number"),
)
_NAMED = tuple((re.compile(rf"(^|.*-)({pattern})$"), kind) for pattern, kind in _NAMES)
_NOT_TYPED = frozenset({"hidden", "submit", "button", "reset", "image", "checkbox", "radio", "file", "range", "color"})


@dataclass(frozen=True, slots=True)
class PersonalField:
    """A field that asks for personal data: of what kind, its form's method and action as written, and its place."""

    kind: str
    method: str
    action: str
    at: Place


@fact
def personal_fields(dom: LexborHTMLParser) -> tuple[PersonalField, ...]:
    """The fields of all forms that ask for personal data, in order."""
    found = []
    for node in dom.css("form input, form textarea, form select"):
        kind = _kind(attributes(node))
        form = _form_of(node)
        if kind and form is not None:
            written = attributes(form)
            method, action = (written.get(name, "").strip() for name in ("method", "action"))
            found.append(PersonalField(kind, method.lower(), action, at(node)))
    return tuple(found)


def _kind(written: dict[str, str]) -> str:
    kind = written.get("type", "text").strip().lower()
    if kind in _NOT_TYPED:
        return ""
    for token in written.get("autocomplete", "").lower().split():
        if token in _PURPOSES:
            return _PURPOSES[token]
    if kind in _TYPES:
        return _TYPES[kind]
    name = _hyphened(written.get("name", "") or written.get("id", ""))
    return next((found for pattern, found in _NAMED if pattern.match(name)), "")


def _hyphened(name: str) -> str:
    """`contact[firstName]` and `contact_first_name` as `contact-first-name`."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)
    return re.sub(r"[^a-z0-9]+", "-", parted.lower()).strip("-")


def _form_of(node: LexborNode) -> LexborNode | None:
    above = node.parent
    while above is not None and above.tag != "form":
        above = above.parent
    return above
