"""What the words of a link promise of the file behind it, as “(PDF, 1.2MB, 12 pages)”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..evidence.fact import fact
from .formats import FORMATS

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]")
_SIZE = re.compile(r"(?<![\w.,])(\d[\d.,]*)\s?(KB|kB|kb|Kb|KiB|MB|Mb|mb|MiB|GB|kilobytes?|megabytes?)\b")
_PAGES = re.compile(r"(?<![\w.,])(\d{1,4}) (?:pages?|tudalen|dudalen)\b", re.IGNORECASE)
_UNITS = {"k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
# Words of programs, with the suffixes that they stand for.
_PROGRAMS = {
    "word": ("docx", "doc", "docm", "rtf"), "excel": ("xlsx", "xls", "xlsm", "xlsb"), "powerpoint": ("pptx", "ppt", "pptm"),
    "opendocument": ("odt", "ods", "odp", "odg"),
}  # fmt: skip
_NAMED = sorted({*(f for f in FORMATS if f not in ("key", "pages", "numbers", "pub", "tab", "dot", "text")), *_PROGRAMS})
_TYPE = re.compile(rf"\b({'|'.join(_NAMED)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promise:
    """`formats` are the suffixes that the type said may mean, `said` the word; size in bytes, 0 where nothing is promised."""

    said: str = ""
    formats: tuple[str, ...] = ()
    size: int = 0
    size_said: str = ""
    pages: int = 0


@fact
def promise(link_text: str) -> Promise:
    """What the link that led to a document promised in brackets."""
    for part in reversed(_BRACKETS.findall(link_text)):
        found = _read(part)
        if found.formats or found.size:
            return found
    return Promise()


def _read(part: str) -> Promise:
    types = {word.lower() for word in _TYPE.findall(part)}
    sizes = _SIZE.findall(part)
    pages = _PAGES.findall(part)
    word = types.pop() if len(types) == 1 else ""
    formats = _PROGRAMS.get(word, (word,)) if word else ()
    size = _bytes(*sizes[0]) if len(sizes) == 1 else 0
    return Promise(word.upper(), formats, size, " ".join(sizes[0]) if size else "", int(pages[0]) if len(pages) == 1 else 0)


def _bytes(number: str, unit: str) -> int:
    # A comma before three figures parts thousands, any other is a decimal comma.
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", number.rstrip(".,")).replace(",", ".")
    try:
        return round(float(plain) * _UNITS[unit[0].lower()])
    except ValueError:
        return 0


@fact
def size(document: bytes) -> int:
    """The bytes of a linked document."""
    return len(document)
