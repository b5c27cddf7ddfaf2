"""The closed files that a page offers, each with the open copies that stand beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from ..evidence.fact import fact
from .documents import Download, belong_together
from .formats import ARCHIVE, BOOK, DATA, DATABASE, DRAWING, FORMATS, MAIL, SHEET, SLIDES, SOUND, TEXT, VIDEO
from .page import Link

# A PDF can be read by all; it is no copy of a spreadsheet, whose figures it locks away.
OPEN_COPIES = {
    TEXT: frozenset({"odt", "ott", "fodt", "pdf", "txt", "rtf", "epub", "html"}),
    SLIDES: frozenset({"odp", "pdf", "html"}),
    SHEET: frozenset({"csv", "tsv", "ods", "ots", "fods", "json", "xml", "geojson", "html"}),
    DRAWING: frozenset({"svg", "odg", "dxf", "pdf", "png"}),
    DATABASE: frozenset({"csv", "tsv", "ods", "json", "xml", "sqlite", "zip"}),
    DATA: frozenset({"csv", "tsv", "ods", "json", "xml", "parquet", "zip"}),
    ARCHIVE: frozenset({"zip", "csv", "ods", "tar", "gz", "tgz"}),
    MAIL: frozenset({"eml", "txt", "html", "pdf"}),
    BOOK: frozenset({"epub", "pdf", "html"}),
    SOUND: frozenset({"mp3", "ogg", "wav", "html"}),
    VIDEO: frozenset({"mp4", "webm", "html"}),
}
PAGE_SUFFIXES = ("", "html", "htm")
# Each closed format, and what to offer in its place.
OFFICE = {
    "docx": "odt or HTML", "docm": "odt or HTML", "dotx": "ott", "xlsx": "csv or ods", "xlsm": "csv or ods",
    "xlsb": "csv or ods", "xltx": "ots", "pptx": "odp or HTML", "ppsx": "odp or HTML", "pptm": "odp or HTML",
    "vsdx": "svg or odg", "pages": "odt or HTML", "numbers": "csv or ods", "key": "odp or HTML",
}  # fmt: skip
LEGACY_OFFICE = {
    "doc": "odt or HTML", "dot": "ott", "xls": "csv or ods", "xlt": "ots", "ppt": "odp or HTML", "pps": "odp or HTML",
    "pub": "PDF or HTML", "wpd": "odt or HTML", "wps": "odt or HTML", "vsd": "svg or odg",
}  # fmt: skip
OF_ONE_MAKER = {
    "mdb": "csv", "accdb": "csv", "sav": "csv", "dta": "csv", "sas7bdat": "csv", "dwg": "dxf or svg", "rar": "zip",
    "msg": "eml or txt", "pst": "eml", "mpp": "csv or PDF", "mobi": "epub", "xps": "PDF",
    "wma": "mp3", "wmv": "mp4", "flv": "mp4", "avi": "mp4", "mov": "mp4",
}  # fmt: skip
_FORMAT_WORDS = re.compile(
    r"\b(?:ms|microsoft|word|excel|powerpoint|open ?document|format|version|spreadsheet|text|download|file|as|an?|in|"
    r"html|web ?page|open|\d+ pages?|[\d.,]+ ?(?:[kmg]i?b|bytes)|" + "|".join(FORMATS) + r")\b"
)
SHORTEST_NAME = 4  # letters of a link's words that can tell one file from another


@dataclass(frozen=True, slots=True)
class Offer:
    """A file of the page's own organisation, and the formats of its open copies on the same page."""

    download: Download
    open_copies: tuple[str, ...]


@fact
def offers(downloads: tuple[Download, ...], links: tuple[Link, ...], url: str) -> tuple[Offer, ...]:
    """Each file that the page's own organisation offers, with its open copies by name or by the words of the link."""
    pages = [_page(link) for link in links]
    others = [(d.format, same(d.stem), said(d.text)) for d in downloads] + [p for p in pages if p]
    return tuple(Offer(d, _copies(d, others)) for d in downloads if belong_together(d.url, url))


def _copies(download: Download, others: list[tuple[str, str, str]]) -> tuple[str, ...]:
    wanted = OPEN_COPIES.get(FORMATS[download.format].kind, frozenset())
    stem, text = same(download.stem), said(download.text)
    found = {
        form
        for form, other_stem, other_text in others
        if form in wanted and form != download.format and (other_stem == stem or (text and other_text == text))
    }
    return tuple(sorted(found))


def same(stem: str) -> str:
    """A file's name with all left out that makes no other file: capitals, blanks, hyphens."""
    return re.sub(r"[\W_]+", "", stem).lower()


def said(text: str) -> str:
    """The words of a link without those about format and size; empty where little is left."""
    left = re.sub(r"[\W_]+", "", _FORMAT_WORDS.sub("", text.lower()))
    return left if sum(letter.isalpha() for letter in left) >= SHORTEST_NAME else ""


def _page(link: Link) -> tuple[str, str, str] | None:
    path = PurePosixPath(unquote(urlsplit(link.url).path)) if link.url.startswith("http") else None
    if path is None or path.suffix[1:].lower() not in PAGE_SUFFIXES or not path.stem:
        return None
    return "html", same(path.stem), said(link.text)

