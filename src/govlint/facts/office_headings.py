"""The headings of a linked office text, OpenDocument or Office Open XML, and how many words it has."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, NotGathered, fact
from .odf import LARGEST_PART
from .package import BadPackage, TooLarge, open_package, read_member
from .signatures import refuse_other
from .xml_events import BadXml, local, read_xml

_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEEPEST = 9  # levels of an outline in both formats; 9 in outlineLvl means none


@dataclass(frozen=True, slots=True)
class OfficeHeadings:
    """`levels` of the headings that have words, in order; `words` of the whole text."""

    levels: tuple[int, ...] = ()
    words: int = 0


@fact
def office_headings(document: bytes, signature: str) -> OfficeHeadings:
    """The headings of a linked ODT, DOCX or DOCM."""
    refuse_other(signature, "odt", "ott", "docx", "docm")
    try:
        with open_package(document) as package:
            return _odt(package) if signature in ("odt", "ott") else _docx(package)
    except TooLarge as large:
        raise NotGathered(f"{large} and was not read.") from None
    except (BadPackage, BadXml) as fault:
        raise Inapplicable(f"the text cannot be read: {fault}") from None


def _odt(package: zipfile.ZipFile) -> OfficeHeadings:
    levels: list[int] = []
    pieces: list[str] = []
    count = 0
    inside = 0

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal inside, count
        tag = local(name)
        if tag in ("h", "p") and not inside:
            pieces.clear()
        if tag in ("h", "p"):
            inside += 1
        if inside and tag in ("s", "tab", "line-break", "p"):
            pieces.append(" ")
        if tag == "h":
            said = {local(key): value for key, value in said.items()}
            level = said.get("outline-level", "1")
            levels.append(int(level) if level.isdigit() and level != "0" else 1)

    def end(name: str) -> None:
        nonlocal inside, count
        tag = local(name)
        if tag not in ("h", "p") or not inside:
            return
        inside -= 1
        if tag == "h" and not "".join(pieces).strip() and levels:
            levels.pop()
        if not inside:
            count += len("".join(pieces).split())

    read_xml(read_member(package, "content.xml", LARGEST_PART), start, end, lambda text: pieces.append(text) if inside else None)
    return OfficeHeadings(tuple(levels), count)


def _docx(package: zipfile.ZipFile) -> OfficeHeadings:
    styles = _styles(package) if "word/styles.xml" in package.namelist() else {}
    levels: list[int] = []
    pieces: list[str] = []
    path: list[str] = []
    count, level = 0, 0

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal level
        tag = local(name)
        path.append(tag)
        value = next((v for k, v in said.items() if local(k) == "val"), "")
        if tag == "p":
            level = 0
            pieces.clear()
        elif tag == "pStyle" and path[-2:-1] == ["pPr"]:
            level = level or styles.get(value, 0)
        elif tag == "outlineLvl" and path[-2:-1] == ["pPr"]:
            level = int(value) + 1 if value.isdigit() and int(value) < _DEEPEST else 0
        elif tag in ("tab", "br"):
            pieces.append(" ")

    def end(name: str) -> None:
        nonlocal count, level
        tag = path.pop()
        if tag != "p":
            return
        text = "".join(pieces).split()
        count += len(text)
        if level and text:
            levels.append(level)
        level = 0
        pieces.clear()

    def text(said: str) -> None:
        if path and path[-1] == "t":
            pieces.append(said)

    read_xml(read_member(package, "word/document.xml", LARGEST_PART), start, end, text)
    return OfficeHeadings(tuple(levels), count)


def _styles(package: zipfile.ZipFile) -> dict[str, int]:
    """The heading level of each style that has one, by its id; what is based on such a style has it too."""
    found: dict[str, int] = {}
    based: dict[str, str] = {}
    style = ""

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal style
        tag = local(name)
        said = {local(key): value for key, value in said.items()}
        value = said.get("val", "")
        if tag == "style":
            style = said.get("styleId", "") if said.get("type") == "paragraph" else ""
        elif not style:
            return
        elif tag == "name" and (heading := _HEADING_NAME.fullmatch(value)):
            found.setdefault(style, int(heading[1]))
        elif tag == "outlineLvl" and value.isdigit():
            found[style] = int(value) + 1 if int(value) < _DEEPEST else 0
        elif tag == "basedOn":
            based[style] = value

    def end(name: str) -> None:
        nonlocal style
        if local(name) == "style":
            style = ""

    read_xml(read_member(package, "word/styles.xml", LARGEST_PART), start, end)
    for name in based:
        above, steps = name, 0
        while above not in found and above in based and steps < 20:
            above, steps = based[above], steps + 1
        if found.get(above):
            found.setdefault(name, found[above])
    return found
