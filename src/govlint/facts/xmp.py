"""The XMP metadata of a PDF: its title, when it was changed, and which profiles it claims to keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import pikepdf
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from pikepdf import Stream

LARGEST = 4_000_000  # bytes of XML; Photoshop's history makes the largest seen
_DC, _RDF = "{http://purl.org/dc/elements/1.1/}", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PDFA, _PDFUA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"


@dataclass(frozen=True, slots=True)
class Xmp:
    """`archive` is the PDF/A part and level claimed, as 2b; `accessible` the PDF/UA part; empty if not claimed."""

    title: str = ""
    changed: str = ""
    archive: str = ""
    accessible: str = ""


NO_XMP = Xmp()


def read_xmp(metadata: Any) -> Xmp:
    """The XMP of a metadata stream; nothing where there is none or it cannot be read."""
    if not isinstance(metadata, Stream):
        return NO_XMP
    try:
        packet = metadata.read_bytes()
        tree = fromstring(packet.strip(b"\0 \t\r\n")[:LARGEST])
    except (pikepdf.PdfError, ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        return NO_XMP
    part, level = _said(tree, _PDFA + "part"), _said(tree, _PDFA + "conformance")
    changed = max(_said(tree, _XMP + "ModifyDate")[:10], _said(tree, _XMP + "CreateDate")[:10])
    return Xmp(_title(tree), changed, part + level.lower() if part else "", _said(tree, _PDFUA + "part"))


def _title(tree: Element) -> str:
    title = tree.find(f".//{_DC}title")
    if title is None:
        return ""
    found = [(li.text or "").strip() for li in title.iter(f"{_RDF}li")] or [(title.text or "").strip()]
    return next(filter(None, found), "")


def _said(tree: Element, name: str) -> str:
    """A simple property, which XMP may write as an element or as an attribute."""
    for node in tree.iter(f"{_RDF}Description"):
        if name in node.attrib:
            return node.attrib[name].strip()
        child = node.find(name)
        if child is not None and child.text:
            return child.text.strip()
    return ""
