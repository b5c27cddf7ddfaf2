"""The documents that a page offers, and what an answer promises to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import Inapplicable, NotGathered, fact
from ..model.verdict import Place
from .formats import FONT, FORMATS, SOUND, VIDEO, of_media_type
from .http import Headers
from .place import at, attributes, words
from .resources import candidates

OFFERING = "a[href], area[href], object[data], embed[src], iframe[src], source[src]"
# What a page names beside its text: feeds, descriptions of data and of APIs, captions.
NAMED = "link[href][rel~=alternate i][type], link[href][rel~=describedby i], link[href][rel~=service-desc i], track[src]"
# Photographs, which can hold a place, and drawings, which can hold a script; other pictures hold neither.
PICTURED = ("jpg", "jpeg", "svg")
PICTURES = "img[src], img[srcset], source[srcset]"
MOST_PICTURES = 20  # of one page
# Looking into these would cost much and tell little.
NOT_LOOKED_INTO = (SOUND, VIDEO, FONT)


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a page offers: its address, its name without suffix, its format by suffix, the words of the link."""

    url: str
    stem: str
    format: str
    text: str
    at: Place


@fact
def downloads(dom: LexborHTMLParser, base_url: str) -> tuple[Download, ...]:
    """All files of a known format that the page links to or embeds, in order."""
    found = (_download(node, base_url) for node in dom.css(OFFERING))
    return tuple(filter(None, found))


@fact
def document_links(downloads: tuple[Download, ...], dom: LexborHTMLParser, base_url: str) -> tuple[Download, ...]:
    """The files that are worth fetching and looking into, each address once, sound and video left out."""
    named = [found for node in dom.css(NAMED) if (found := _download(node, base_url))]
    pictures = [found for node in dom.css(PICTURES) if (found := _picture(node, base_url))]
    worth = [d for d in (*downloads, *named, *pictures[:MOST_PICTURES]) if FORMATS[d.format].kind not in NOT_LOOKED_INTO]
    once = {urlsplit(d.url)._replace(fragment="").geturl(): d for d in reversed(worth)}
    return tuple(reversed(once.values()))


@fact
def document(body: bytes, role: str, status: int, asked: str, found_on: str, truncated: str = "") -> bytes:
    """The whole body of a linked document of the site's own organisation that was answered well."""
    if role != "document":
        raise Inapplicable("this is not a linked document")
    if not 200 <= status < 300:
        raise Inapplicable(f"the server answered {status} instead of the document")
    if found_on and not belong_together(asked, found_on):
        raise Inapplicable("this is somebody else's document")
    if truncated:
        raise NotGathered(f"The document is not here as a whole: {truncated}")
    return body


@fact
def file_name(headers: Headers) -> str:
    """The name that Content-Disposition gives the file; empty if it gives none."""
    said = headers.get("content-disposition", "")
    extended = re.search(r"filename\*\s*=\s*[\w-]*'[^']*'([^;\s]+)", said, re.IGNORECASE)
    if extended:
        return unquote(extended[1])
    plain = re.search(r"filename\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^;\s]+))", said, re.IGNORECASE)
    return (plain[1] or plain[2] or "") if plain else ""


@fact
def promised(file_name: str, url: str, asked: str) -> str:
    """The format that the name of a document promises: the suffix in lower case, empty where it names none we know."""
    names = (file_name, _path(url).name, _path(asked).name)
    suffixes = (PurePosixPath(name).suffix[1:].lower() for name in names)
    return next((suffix for suffix in suffixes if suffix in FORMATS), "")


def belong_together(url: str, other: str) -> bool:
    """Whether two hosts are of one organisation: the same, or with the last two labels in common, as in gov.uk."""
    one, two = (urlsplit(address).hostname or "" for address in (url, other))
    return one == two or ("." in one and not one[-1:].isdigit() and one.split(".")[-2:] == two.split(".")[-2:])


def _download(node: LexborNode, base_url: str) -> Download | None:
    written = attributes(node)
    href = written.get("href") or written.get("data") or written.get("src") or ""
    try:
        url = urljoin(base_url, re.sub(r"[\t\r\n]", "", href).strip())
        path = _path(url)
    except ValueError:
        return None
    if urlsplit(url).scheme not in ("http", "https"):
        return None
    suffixes = (path.suffix[1:].lower(), PurePosixPath(written.get("download", "")).suffix[1:].lower())
    form = next((s for s in suffixes if s in FORMATS), "") or _by_type(written, path)
    return Download(url, path.stem, form, words(node), at(node)) if form else None


def _picture(node: LexborNode, base_url: str) -> Download | None:
    """The photograph or drawing that an element shows: the last of a `srcset`, which is mostly the largest."""
    written = attributes(node)
    several = candidates(written.get("srcset", ""))
    try:
        url = urljoin(base_url, several[-1] if several else written.get("src", "").strip())
        path = _path(url)
    except ValueError:
        return None
    form = path.suffix[1:].lower()
    shown = form in PICTURED and url.startswith("http") and belong_together(url, base_url)
    return Download(url, path.stem, form, "", at(node)) if shown else None


def _by_type(written: dict[str, str], path: PurePosixPath) -> str:
    # A page may be typed too, and .html or .aspx in the address says that it is one; a bare name says nothing.
    return "" if path.suffix else of_media_type(written.get("type", "").partition(";")[0].strip())


def _path(url: str) -> PurePosixPath:
    return PurePosixPath(unquote(urlsplit(url).path))
