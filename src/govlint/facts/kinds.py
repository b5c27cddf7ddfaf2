"""Which real formats may stand behind a suffix."""

from __future__ import annotations

from .formats import DATA, FORMATS
from .signatures import BINARY, BROKEN_ZIP, EMPTY, OLE, TEXT, TEXTUAL, ZIP

_PACKAGES = frozenset(
    {ZIP, "odt", "ods", "odp", "odg", "ott", "ots", "odf", "docx", "docm", "xlsx", "xlsm", "pptx", "pptm", "vsdx",
     "epub", "kmz", "iwork"}
)  # fmt: skip
# Browsers look at the bytes of a picture and not at its name, and servers send a smaller kind to those who can read it.
_SHOWN = frozenset({"png", "jpg", "gif", "webp", "avif"})
_XML = frozenset({"xml", "html", "rss", "atom", "kml", "gpx", "svg", "rdf", "xsd", "wsdl"})
_FITS: dict[str, frozenset[str]] = {
    "csv": TEXTUAL - {"html"}, "tsv": TEXTUAL - {"html"}, "tab": TEXTUAL - {"html"}, "txt": TEXTUAL,
    "yaml": frozenset({TEXT, "json"}), "yml": frozenset({TEXT, "json"}), "ttl": frozenset({TEXT}), "eml": TEXTUAL,
    "json": frozenset({"json", TEXT}), "jsonld": frozenset({"json", TEXT}), "geojson": frozenset({"json", TEXT}),
    "xml": _XML, "rdf": frozenset({"rdf", "xml"}), "xsd": frozenset({"xsd", "xml"}), "wsdl": frozenset({"wsdl", "xml"}),
    "gml": frozenset({"xml"}), "atom": frozenset({"atom", "rss"}), "rss": frozenset({"rss", "atom", "rdf"}),
    "fodt": frozenset({"xml"}), "fods": frozenset({"xml"}), "dxf": frozenset({TEXT, BINARY}),
    "doc": frozenset({"doc", OLE, "encrypted-office"}), "dot": frozenset({"doc", OLE}),
    "xls": frozenset({"xls", OLE, "encrypted-office"}), "xlt": frozenset({"xls", OLE}),
    "ppt": frozenset({"ppt", OLE, "encrypted-office"}), "pps": frozenset({"ppt", OLE}),
    "pub": frozenset({"pub", OLE}), "vsd": frozenset({"vsd", OLE}), "msg": frozenset({"msg", OLE}),
    "mpp": frozenset({OLE}), "wps": frozenset({"doc", OLE}),
    "docx": frozenset({"docx", "encrypted-office"}), "dotx": frozenset({"docx"}),
    "docm": frozenset({"docm", "docx", "encrypted-office"}), "dotm": frozenset({"docm", "docx"}),
    "xlsx": frozenset({"xlsx", "encrypted-office"}), "xltx": frozenset({"xlsx"}),
    "xlsm": frozenset({"xlsm", "xlsx", "encrypted-office"}), "xltm": frozenset({"xlsm", "xlsx"}),
    "xlsb": frozenset({"xlsx", "xlsm", "encrypted-office"}),
    "pptx": frozenset({"pptx", "encrypted-office"}), "ppsx": frozenset({"pptx"}),
    "pptm": frozenset({"pptm", "pptx", "encrypted-office"}), "xps": frozenset({ZIP}),
    "ods": frozenset({"ods", "odf"}), "odt": frozenset({"odt", "odf"}), "odp": frozenset({"odp", "odf"}),
    "zip": _PACKAGES, "kmz": frozenset({"kmz", ZIP}),
    "pages": frozenset({"iwork", ZIP}), "numbers": frozenset({"iwork", ZIP}), "key": frozenset({"iwork", ZIP}),
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "webp", "avif"), _SHOWN), "svg": frozenset({"svg", "xml"}),
    "tif": frozenset({"tiff"}), "vtt": frozenset({"vtt", TEXT}), "srt": frozenset({TEXT}), "nt": frozenset({TEXT}),
    "woff": frozenset({"woff", "woff2"}), "tgz": frozenset({"gz"}), "gpkg": frozenset({"sqlite"}), "mov": frozenset({"mov", "mp4"}),
    "webm": frozenset({"webm"}), "wma": frozenset({"wmv"}), "mdb": frozenset({"mdb", "accdb"}),
    "accdb": frozenset({"accdb", "mdb"}), "mp3": frozenset({"mp3", BINARY}),
}  # fmt: skip
_PACKED = frozenset(
    {"zip", "kmz", "odt", "ods", "odp", "odg", "ott", "ots", "epub", "xps", "vsdx", "pages", "numbers", "key"}
    | {f"{kind}{end}" for kind in ("doc", "dot", "xls", "xlt", "ppt", "pps") for end in "xm"} | {"xlsb"}
)  # fmt: skip
# Content-Types that say no more than “some bytes”.
GENERIC_TYPES = (
    "application/octet-stream", "binary/octet-stream", "application/download", "application/x-download",
    "application/force-download", "application/x-forcedownload",
)  # fmt: skip
TABLES = ("csv", "tsv", "tab")
# Formats that begin with no mark of their own: what is not another format may be one of them.
_UNMARKED = frozenset({"dbf", "dta", "sas7bdat", "mpp"})


def fits(suffix: str, signature: str) -> bool:
    """Whether a file of that real format may bear that suffix."""
    if signature == BROKEN_ZIP:
        return suffix in _PACKED
    return signature in _FITS.get(suffix, frozenset({suffix}))


def is_known(suffix: str) -> bool:
    """Whether a file of that suffix would be recognised by its bytes."""
    return suffix not in _UNMARKED


def type_of(promised: str, signature: str) -> str:
    """The format that decides the Content-Type: the real one, or the narrower one that the name promises.

    Empty for a page, and where name and bytes differ.
    """
    if signature in (BINARY, EMPTY, "html"):
        return ""
    if not promised:
        return "" if signature in (TEXT, ZIP, BROKEN_ZIP, OLE) else signature
    if not fits(promised, signature):
        return ""
    return signature if signature in _SHOWN else promised


def is_served_as(suffix: str, media_type: str) -> bool:
    """Whether that Content-Type is one for that format, `+json` and `+xml` included."""
    known = FORMATS[suffix].media_types
    if media_type in known:
        return True
    if any(t.endswith("json") for t in known):
        return media_type.endswith("+json") or media_type == "text/plain"
    if any(t.endswith("xml") for t in known):
        return media_type.endswith("+xml") or media_type == "text/plain"
    if FORMATS[suffix].kind == DATA or suffix in ("txt", "eml", "dxf"):
        return media_type == "text/plain"
    return suffix in ("zip", "kmz") and media_type in ("application/x-zip", "multipart/x-zip")
