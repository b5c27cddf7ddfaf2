"""An Office Open XML package: strict or transitional, its title and pictures."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, NotGathered, fact
from .alternatives import is_alternative
from .exemption import is_old
from .odf import BrokenPart
from .package import BadPackage, TooLarge, open_package, read_member
from .signatures import refuse_other
from .xml_events import BadXml, local, read_xml

KINDS = ("docx", "docm", "xlsx", "xlsm", "pptx", "pptm")
LARGEST_PART = 20_000_000  # bytes; five seconds of reading where it is nothing but tags
MOST_BROKEN = 3  # parts named one by one
MOST_PARTS = 500  # slides and sheets looked into for pictures
MOST_ROOTS, LARGEST_ROOT = 40, 1_000_000  # parts, bytes: what says whether the file is strict in all its parts
TRANSITIONAL = ("http://schemas.openxmlformats.org/wordprocessingml/", "http://schemas.openxmlformats.org/spreadsheetml/",
                "http://schemas.openxmlformats.org/presentationml/", "http://schemas.openxmlformats.org/drawingml/")  # fmt: skip
STRICT = "http://purl.oclc.org/ooxml/"
PICTURES = ("picture", "chart", "diagram", "chartex", "ole")
_MAIN = {"doc": "word/document.xml", "xls": "xl/workbook.xml", "ppt": "ppt/presentation.xml"}
_WITH_PICTURES = {"doc": ("word/document",), "xls": ("xl/drawings/drawing",), "ppt": ("ppt/slides/slide",)}


@dataclass(frozen=True, slots=True)
class OoxmlReport:
    """An Office Open XML file as plain data; `pictures` counts pictures, charts and groups that are not decoration.

    `mixed` is the first part that is strict where the main part is transitional, or the other way round.
    """

    kind: str
    strict: bool = False
    mixed: str = ""
    title: str = ""
    changed: str = ""
    broken: tuple[BrokenPart, ...] = ()
    pictures: int = 0
    undescribed: int = 0
    first_undescribed: str = ""

    @property
    def old(self) -> bool:
        """Whether it was last changed before the day from which accessibility law asks for it."""
        return is_old(self.changed)


@fact
def ooxml(document: bytes, signature: str) -> OoxmlReport:
    """The report of a linked Office Open XML file."""
    refuse_other(signature, *KINDS)
    try:
        with open_package(document) as package:
            return _report(package, signature)
    except BadPackage as fault:
        raise Inapplicable(f"the package cannot be opened: {fault}") from None


def _report(package: zipfile.ZipFile, kind: str) -> OoxmlReport:
    names = package.namelist()
    family = kind[:3]
    strict, title, changed, broken = False, "", "", []
    pictures: list[str] = []
    undescribed: list[str] = []
    parts = [n for n in names if n.startswith(_WITH_PICTURES[family]) and n.endswith(".xml")][:MOST_PARTS]
    for part in dict.fromkeys([_MAIN[family], "docProps/core.xml", *parts]):
        if part not in names:
            continue
        try:
            body = read_member(package, part, LARGEST_PART)
            if part == _MAIN[family]:
                strict = _is_strict(body)
            if part == "docProps/core.xml":
                title, changed = _properties(body)
            if part in parts:
                _read_pictures(body, part, pictures, undescribed)
        except TooLarge as large:
            raise NotGathered(f"{large} and was not read.") from None
        except (BadXml, BadPackage) as fault:
            broken.append(BrokenPart(part, str(fault)))
    return OoxmlReport(
        kind=kind,
        strict=strict,
        mixed=_mixed(package, family, strict),
        title=title.strip(),
        changed=changed,
        broken=tuple(broken[:MOST_BROKEN]),
        pictures=len(pictures),
        undescribed=len(undescribed),
        first_undescribed=next(iter(undescribed), ""),
    )


def _is_strict(body: bytes) -> bool:
    return _root(body).startswith(STRICT)


def _root(body: bytes) -> str:
    names: list[str] = []
    read_xml(body, lambda name, _: None if names else names.append(name))
    return names[0] if names else ""


def _mixed(package: zipfile.ZipFile, family: str, strict: bool) -> str:
    """The first part whose root is of the other kind; parts that belong to neither say nothing."""
    folder, other = _MAIN[family].partition("/")[0], TRANSITIONAL if strict else STRICT
    parts = [n for n in package.namelist() if n.startswith(f"{folder}/") and n.endswith(".xml")]
    for part in parts[:MOST_ROOTS]:
        try:
            if _root(read_member(package, part, LARGEST_ROOT)).startswith(other):
                return part
        except (BadXml, BadPackage):
            continue
    return ""


def _properties(body: bytes) -> tuple[str, str]:
    """The title, and the day of the last change."""
    inside: list[str] = []
    words: list[str] = []
    days = [""]

    def text(said: str) -> None:
        if inside and inside[-1] == "http://purl.org/dc/elements/1.1/ title":
            words.append(said)
        if inside and inside[-1] in ("http://purl.org/dc/terms/ modified", "http://purl.org/dc/terms/ created"):
            days.append(said.strip()[:10])

    read_xml(body, lambda name, _: inside.append(name), lambda _: inside.pop(), text)
    return "".join(words)[:2_000], max(days)


def _read_pictures(body: bytes, part: str, pictures: list[str], undescribed: list[str]) -> None:
    """Each picture's non-visual properties: `descr` or `title` hold its words, an extension says that it is decoration.

    In a text they stand in docPr before the drawing, elsewhere in cNvPr within the picture or frame. Text boxes,
    shapes and tables are words themselves.
    """
    in_text = part.startswith("word/")
    around: list[str] = []
    held: dict[str, str] | None = None

    def note() -> None:
        nonlocal held
        if held is None:
            return
        label = held.get("name") or f"picture {len(pictures) + 1}"
        pictures.append(label)
        if not (is_alternative(held.get("descr", "")) or is_alternative(held.get("title", ""))):
            undescribed.append(f"{label} in {part.rpartition('/')[2]}")
        held = None

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal held
        tag = local(name)
        if tag in ("pic", "graphicFrame"):
            around.append(tag)
        elif tag == "docPr" or (tag == "cNvPr" and around and not in_text):
            held = said
        elif tag == "decorative" and said.get("val") in ("1", "true"):
            held = None
        elif tag == "graphicData" and said.get("uri", "").rpartition("/")[2] in PICTURES:
            note()

    def end(name: str) -> None:
        nonlocal held
        if not around or local(name) != around[-1]:
            return
        if around.pop() == "pic" and not in_text:
            note()
        held = None

    read_xml(body, start, end)
