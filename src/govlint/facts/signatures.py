"""What a file really is, by its first bytes and, where it is a package, by what lies in it."""

from __future__ import annotations

import io
import re

import olefile

from ..evidence.fact import Inapplicable, fact
from .package import BadPackage, open_package, read_member

EMPTY, TEXT, BINARY, ZIP, OLE = "empty", "text", "binary", "zip", "ole"
BROKEN_ZIP = "broken-zip"
START = 4096  # bytes looked at for the shape of a text

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"{\\rtf", "rtf"), (0, b"\x89PNG\r\n\x1a\n", "png"), (0, b"\xff\xd8\xff", "jpg"), (0, b"GIF8", "gif"),
    (0, b"BM", "bmp"), (0, b"II*\0", "tiff"), (0, b"MM\0*", "tiff"), (8, b"WEBP", "webp"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"), (0, b"Rar!\x1a\x07", "rar"), (0, b"\x1f\x8b", "gz"), (0, b"BZh", "bz2"),
    (0, b"\xfd7zXZ\0", "xz"), (257, b"ustar", "tar"), (0, b"SQLite format 3\0", "sqlite"), (0, b"PAR1", "parquet"),
    (4, b"Standard Jet DB", "mdb"), (4, b"Standard ACE DB", "accdb"), (0, b"AC10", "dwg"), (0, b"$FL2", "sav"),
    (0, b"$FL3", "sav"), (0, b"!BDN", "pst"), (0, b"\xffWPC", "wpd"), (60, b"BOOKMOBI", "mobi"),
    (0, b"ID3", "mp3"), (0, b"\xff\xfb", "mp3"), (0, b"OggS", "ogg"), (8, b"WAVE", "wav"), (8, b"AVI ", "avi"),
    (4, b"ftypqt", "mov"), (4, b"ftypavif", "avif"), (4, b"ftyp", "mp4"), (0, b"\x1aE\xdf\xa3", "webm"),
    (0, b"FLV\x01", "flv"), (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "wmv"), (0, b"wOFF", "woff"), (0, b"wOF2", "woff2"),
    (0, b"MZ", "exe"),
)  # fmt: skip
_ODF = "application/vnd.oasis.opendocument."
_ODF_KINDS = {
    "text": "odt", "spreadsheet": "ods", "presentation": "odp", "graphics": "odg",
    "text-template": "ott", "spreadsheet-template": "ots",
}  # fmt: skip
_OOXML_PARTS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("visio/", "vsdx"))
_MACRO_TWIN = {"docx": "docm", "xlsx": "xlsm", "pptx": "pptm", "vsdx": "vsdx"}
_OLE_STREAMS = (
    ("worddocument", "doc"), ("workbook", "xls"), ("book", "xls"), ("powerpoint document", "ppt"),
    ("encryptedpackage", "encrypted-office"), ("__properties_version1.0", "msg"), ("visiodocument", "vsd"), ("quill", "pub"),
)  # fmt: skip
# As the WHATWG MIME Sniffing Standard has it, section 7.1.
_HTML_TAGS = rb"(?:!DOCTYPE HTML|HTML|HEAD|SCRIPT|IFRAME|H1|DIV|FONT|TABLE|A|STYLE|TITLE|B|BODY|BR|P)[ >\t\r\n]"
# Atomic groups: a hostile file cannot make it go back.
_HTML = re.compile(rb"(?:(?><!--.*?-->)|\s)*+<" + _HTML_TAGS, re.IGNORECASE | re.DOTALL)
_XML_ROOTS = {
    "html": "html", "rss": "rss", "feed": "atom", "kml": "kml", "gpx": "gpx", "svg": "svg", "RDF": "rdf",
    "schema": "xsd", "definitions": "wsdl",
}  # fmt: skip
_XML_ROOT = re.compile(
    rb"(?:(?><\?.*?\?>)|(?><!--.*?-->)|(?><!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)|\s)*+<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL
)


@fact
def signature(document: bytes) -> str:
    """The real format of a linked document: a suffix such as `pdf` or `xlsx`, or empty, text, binary, zip, broken-zip or ole."""
    return recognise(document)


def recognise(body: bytes) -> str:
    """The format of these bytes; `text` is text of no known shape (a CSV has no mark), `binary` is anything else."""
    if not body.strip():
        return EMPTY
    # First, since what is packed unchanged may have marks of its own near the top.
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(body)
    if body.startswith(olefile.MAGIC):
        return _compound(body)
    # Readers find the header anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1).
    if b"%PDF-" in body[:1024]:
        return "pdf"
    for offset, magic, name in _MAGIC:
        if body.startswith(magic, offset) and not (name in ("bmp", "exe", "dwg") and _is_text(body[:START])):
            return name
    return _text(body)


def _package(body: bytes) -> str:
    try:
        with open_package(body) as package:
            names = package.namelist()
            said = read_member(package, "mimetype", most=200).decode("ascii", "replace").strip() if "mimetype" in names else ""
    except BadPackage:
        return BROKEN_ZIP
    if said == "application/epub+zip":
        return "epub"
    if said.startswith(_ODF):
        return _ODF_KINDS.get(said.removeprefix(_ODF), "odf")
    if "[Content_Types].xml" in names:
        form = next((form for part, form in _OOXML_PARTS if any(n.startswith(part) for n in names)), ZIP)
        return _MACRO_TWIN[form] if form in _MACRO_TWIN and any(n.endswith("vbaProject.bin") for n in names) else form
    if any(n == "Index.zip" or n.startswith("Index/") and n.endswith(".iwa") for n in names):
        return "iwork"
    # A KMZ has its KML at the top (OGC 07-147r2, annex C).
    return "kmz" if any(n.endswith(".kml") and "/" not in n for n in names) else ZIP


def _compound(body: bytes) -> str:
    try:
        with olefile.OleFileIO(io.BytesIO(body)) as compound:
            streams = {"/".join(path).lower() for path in compound.listdir(streams=True, storages=True)}
    except (OSError, ValueError, IndexError, RecursionError):
        return OLE
    return next((form for stream, form in _OLE_STREAMS if stream in streams), OLE)


def _text(body: bytes) -> str:
    start = body[:START].removeprefix(b"\xef\xbb\xbf")
    if not _is_text(start):
        return BINARY
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return TEXT
    stripped = start.lstrip()
    if _HTML.match(stripped):
        return "html"
    if stripped.startswith(b"<"):
        root = _XML_ROOT.match(stripped)
        return _XML_ROOTS.get(root[1].decode("ascii", "replace"), "xml") if root else TEXT
    if stripped.startswith(b"BEGIN:VCALENDAR"):
        return "ics"
    if stripped.startswith(b"BEGIN:VCARD"):
        return "vcf"
    if re.match(rb"WEBVTT[ \t\r\n]", start + b"\n"):
        return "vtt"
    if stripped[:1] in b"{[" and body.rstrip()[-1:] in b"}]":
        return "json"
    return TEXT


def _is_text(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    # The binary data bytes of the WHATWG MIME Sniffing Standard, section 3.
    return re.search(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]", start) is None


TEXTUAL = frozenset({TEXT, "html", "json", "ics", "vcf", "vtt", "xml", *_XML_ROOTS.values()})


def refuse_other(signature: str, *wanted: str) -> None:
    """Raise Inapplicable unless the signature is one of those wanted."""
    if signature not in wanted:
        raise Inapplicable(f"this is {signature}, not {' or '.join(wanted)}")
