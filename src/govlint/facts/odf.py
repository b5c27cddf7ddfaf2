"""An OpenDocument package: how it is packed, its version, title, language and pictures."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field

from ..evidence.fact import Inapplicable, NotGathered, fact
from .alternatives import is_alternative
from .exemption import is_old
from .package import BadPackage, TooLarge, open_package, read_member
from .signatures import refuse_other
from .xml_events import BadXml, local, read_xml

KINDS = ("odt", "ods", "odp", "odg", "ott", "ots", "odf")
MEDIA = "application/vnd.oasis.opendocument."
MANIFEST = "META-INF/manifest.xml"
LARGEST_PART = 20_000_000  # bytes; five seconds of reading where it is nothing but tags
PARTS = ("content.xml", "styles.xml", "meta.xml", MANIFEST)
# What a package may hold without naming it in its manifest (ODF 1.2 part 3, 3.2).
_UNLISTED = ("mimetype", "META-INF/")


@dataclass(frozen=True, slots=True)
class BrokenPart:
    """A part of a package that is not well-formed, and why."""

    name: str
    fault: str


@dataclass(frozen=True, slots=True)
class OdfReport:
    """An OpenDocument file as plain data; where it is `locked`, only the package is known.

    `changed` is the day of the last change, as 2025-04-30, empty if not said. `pictures` counts frames with a picture or an object, those that are decoration left out.
    """

    kind: str
    mimetype: str = ""
    mimetype_first: bool = True
    mimetype_stored: bool = True
    has_manifest: bool = True
    not_in_manifest: tuple[str, ...] = ()
    not_in_package: tuple[str, ...] = ()
    broken: tuple[BrokenPart, ...] = ()
    locked: bool = False
    version: str = ""
    title: str = ""
    changed: str = ""
    language: str = ""
    headings: int = 0
    pictures: int = 0
    undescribed: int = 0
    first_undescribed: str = ""

    @property
    def old(self) -> bool:
        """Whether it was last changed before the day from which accessibility law asks for it."""
        return is_old(self.changed)


@dataclass(slots=True)
class _Found:
    """What reading the parts brings to light."""

    version: str = ""
    title: str = ""
    changed: str = ""
    language: str = ""
    headings: int = 0
    pictures: int = 0
    undescribed: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    locked: bool = False


@fact
def odf(document: bytes, signature: str) -> OdfReport:
    """The report of a linked OpenDocument file."""
    refuse_other(signature, *KINDS)
    try:
        with open_package(document) as package:
            return _report(package, signature)
    except BadPackage as fault:
        raise Inapplicable(f"the package cannot be opened: {fault}") from None


def _report(package: zipfile.ZipFile, kind: str) -> OdfReport:
    members = [m for m in package.infolist() if not m.is_dir()]
    names = [m.filename for m in members]
    first = members[0]
    mark = package.getinfo("mimetype")
    found, broken = _Found(), []
    readers = {MANIFEST: _read_manifest, "meta.xml": _read_meta, "styles.xml": _read_styles, "content.xml": _read_content}
    for part, reader in readers.items():
        if part not in names or (found.locked and part != MANIFEST):
            continue
        try:
            reader(read_member(package, part, LARGEST_PART), found)
        except TooLarge as large:
            raise NotGathered(f"{large} and was not read.") from None
        except (BadXml, BadPackage) as fault:
            broken.append(BrokenPart(part, str(fault)))
    listed = set(found.listed)
    return OdfReport(
        kind=kind,
        mimetype=read_member(package, "mimetype", 200).decode("ascii", "replace"),
        mimetype_first=first.filename == "mimetype",
        mimetype_stored=mark.compress_type == zipfile.ZIP_STORED and not mark.extra,
        has_manifest=MANIFEST in names,
        not_in_manifest=tuple(n for n in names if n not in listed and not n.startswith(_UNLISTED))[:20],
        not_in_package=tuple(n for n in found.listed if not n.endswith("/") and n not in names)[:20],
        broken=tuple(broken),
        locked=found.locked,
        version=found.version,
        title=found.title.strip(),
        changed=found.changed,
        language=found.language,
        headings=found.headings,
        pictures=found.pictures,
        undescribed=len(found.undescribed),
        first_undescribed=next(iter(found.undescribed), ""),
    )


def _read_manifest(body: bytes, found: _Found) -> None:
    def start(name: str, said: dict[str, str]) -> None:
        said = {local(key): value for key, value in said.items()}
        if local(name) == "file-entry" and said.get("full-path", "/") != "/":
            found.listed.append(said["full-path"])
        found.locked |= local(name) == "encryption-data"

    read_xml(body, start)


def _read_meta(body: bytes, found: _Found) -> None:
    inside: list[str] = []

    def text(words: str) -> None:
        if inside and inside[-1] == "http://purl.org/dc/elements/1.1/ title":
            found.title = (found.title + words)[:2_000]
        if inside and inside[-1] == "http://purl.org/dc/elements/1.1/ language":
            found.language = words.strip() or found.language
        if inside and local(inside[-1]) in ("date", "creation-date"):
            found.changed = max(found.changed, words.strip()[:10])

    read_xml(body, lambda name, _: inside.append(name), lambda _: inside.pop(), text)


def _read_styles(body: bytes, found: _Found) -> None:
    in_default = False

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal in_default
        if local(name) == "default-style":
            in_default = True
        if not in_default or local(name) != "text-properties" or found.language:
            return
        # Only the western language: ODF names an Asian and a complex one too, mostly “none” or a left-over.
        said = {local(key): value for key, value in said.items() if "fo-compatible" in key}
        if said.get("language", "none") not in ("none", "zxx"):
            found.language = "-".join(filter(None, (said["language"], said.get("country", "").replace("none", ""))))

    def end(name: str) -> None:
        nonlocal in_default
        in_default &= local(name) != "default-style"

    read_xml(body, start, end)


_OF_INTEREST = frozenset(
    {"document-content", "style", "graphic-properties", "h", "frame", "image", "object", "object-ole", "title", "desc", "text-box"}
)


def _read_content(body: bytes, found: _Found) -> None:
    """The version at the root, headings, and each frame that holds a picture and no words for it."""
    frames: list[dict[str, object]] = []
    decorative: set[str] = set()
    style = ""

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal style
        tag = local(name)
        if tag not in _OF_INTEREST:
            return
        said = {local(key): value for key, value in said.items()}
        if tag == "document-content":
            found.version = said.get("version", "")
        elif tag == "style":
            style = said.get("name", "")
        elif tag == "graphic-properties" and said.get("decorative") == "true":
            decorative.add(style)
        elif tag == "h":
            found.headings += 1
        elif tag == "frame":
            frames.append({"name": said.get("name", ""), "style": said.get("style-name", ""), "picture": False, "words": False})
        elif frames and tag in ("image", "object", "object-ole"):
            frames[-1]["picture"] = True
        elif frames and tag in ("title", "desc") and "svg-compatible" in name:
            frames[-1]["in"] = True
        elif frames and tag == "text-box":
            frames[-1]["words"] = True

    def end(name: str) -> None:
        if frames and local(name) in ("title", "desc"):
            frames[-1].pop("in", None)
        if local(name) != "frame" or not frames:
            return
        frame = frames.pop()
        if frame["picture"] and frame["style"] not in decorative:
            found.pictures += 1
            if not frame["words"]:
                found.undescribed.append(str(frame["name"]) or f"picture {found.pictures}")

    def text(words: str) -> None:
        if frames and "in" in frames[-1] and is_alternative(words):
            frames[-1]["words"] = True

    read_xml(body, start, end, text)
