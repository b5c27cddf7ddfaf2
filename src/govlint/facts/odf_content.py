"""What the content of an OpenDocument file is, and which parts of its package it shows that are not there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from ..evidence.fact import Inapplicable, NotGathered, fact
from .odf import LARGEST_PART, OdfReport
from .package import BadPackage, TooLarge, open_package, read_member
from .xml_events import BadXml, local, read_xml

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
# The element of office:body that each kind has: ODF 1.2 part 1, 3.3 to 3.9 and appendix C.
BODIES = {"odt": "text", "ott": "text", "ods": "spreadsheet", "ots": "spreadsheet", "odp": "presentation", "odg": "drawing"}
ROOTS = {"content.xml": "document-content", "styles.xml": "document-styles", "meta.xml": "document-meta", "settings.xml": "document-settings"}
_SHOWN = ("image", "object", "object-ole", "fill-image")
MOST_MISSING = 20


@dataclass(frozen=True, slots=True)
class OdfContent:
    """`body` is what office:body holds, `wanted` what a file of its kind has there; `wrong_root` is a part that begins
    otherwise than its name says; `missing` are parts that are shown and are not in the package."""

    body: str
    wanted: str
    wrong_root: str = ""
    versions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@fact
def odf_content(document: bytes, odf: OdfReport) -> OdfContent:
    """The report of the content of a linked OpenDocument file that can be read."""
    if odf.locked or odf.broken:
        raise Inapplicable("the parts cannot be read")
    roots: dict[str, str] = {}
    versions: list[str] = []
    bodies: list[str] = []
    shown: list[str] = []
    path: list[str] = []

    def start(part: str, name: str, said: dict[str, str]) -> None:
        if part not in roots:
            roots[part] = name
            versions.extend(value for key, value in said.items() if key == f"{OFFICE} version")
        if path[-1:] == [f"{OFFICE} body"]:
            bodies.append(local(name))
        path.append(name)
        if local(name) in _SHOWN:
            shown.extend(value for key, value in said.items() if key == "http://www.w3.org/1999/xlink href")

    try:
        with open_package(document) as package:
            names = set(package.namelist())
            for part in ROOTS:
                if part in names:
                    path.clear()
                    body = read_member(package, part, LARGEST_PART)
                    read_xml(body, lambda name, said, part=part: start(part, name, said), lambda _: path.pop())
    except TooLarge as large:
        raise NotGathered(f"{large} and was not read.") from None
    except (BadPackage, BadXml) as fault:
        raise Inapplicable(f"the parts cannot be read: {fault}") from None
    wrong = next((part for part, root in roots.items() if root != f"{OFFICE} {ROOTS[part]}"), "")
    folders = {name.rsplit("/", depth)[0] for name in names for depth in range(1, name.count("/") + 1)}
    within = [unquote(href).removeprefix("./").rstrip("/") for href in shown if _is_within(href)]
    missing = [href for href in dict.fromkeys(within) if href not in names and href not in folders]
    wanted = BODIES.get(odf.kind, "")
    return OdfContent(bodies[0] if bodies else "", wanted, wrong, tuple(dict.fromkeys(versions)), tuple(missing[:MOST_MISSING]))


def _is_within(href: str) -> bool:
    # A picture that stands for an object is drawn anew from the object.
    if href.removeprefix("./").startswith("ObjectReplacements/"):
        return False
    # What leads out of the package begins with a scheme, a slash, a fragment or a step upwards: part 3, 3.7.
    return bool(href) and not href.startswith(("/", "#", "../")) and ":" not in href.partition("/")[0]
