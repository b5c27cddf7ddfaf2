"""A linked SVG drawing: whether it holds what runs when it is opened by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, fact
from .signatures import refuse_other
from .xml_document import XmlReport
from .xml_events import local, read_xml

_HANDLER = re.compile(r"on[a-z]+")
_SCRIPT_ADDRESS = re.compile(r"\s*javascript:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Svg:
    """`script` says in words what runs first in the drawing; empty if nothing does."""

    script: str = ""


@fact
def svg(document: bytes, signature: str, xml_document: XmlReport) -> Svg:
    """The report of a linked SVG drawing."""
    refuse_other(signature, "svg")
    if xml_document.fault or xml_document.entities:
        raise Inapplicable("the drawing is not well-formed")
    found: list[str] = []

    def start(name: str, said: dict[str, str]) -> None:
        tag = local(name)
        if tag.lower() == "script":
            found.append("a script element")
        for attribute, value in said.items():
            if _HANDLER.fullmatch(attribute):
                found.append(f"the attribute {attribute} of {tag}")
            elif local(attribute) == "href" and _SCRIPT_ADDRESS.match(value):
                found.append(f"a link of {tag} to javascript:")

    read_xml(document, start)
    return Svg(next(iter(found), ""))
