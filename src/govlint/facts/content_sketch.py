"""Which words a linked document holds, in few numbers, so that copies in other formats are known by what they say."""

from __future__ import annotations

import hashlib
import re
import zipfile
from dataclasses import dataclass
from heapq import nsmallest

from ..evidence.fact import Inapplicable, fact
from .odf import LARGEST_PART
from .package import BadPackage, open_package, read_member
from .signatures import TEXT
from .xml_events import BadXml, local, read_xml

SKETCH = 64  # of the hashes of all words the smallest: two texts share as many of these as of their words
FEWEST = 30  # different words from which a text is known by them
ALIKE, UNLIKE = 0.8, 0.2  # shares of the words that two texts have in common
LARGEST = 20_000_000  # bytes of a text
_WORD = re.compile(r"[^\W\d_]{3,}")
_PARTS = {
    "odt": re.compile(r"content\.xml"), "ods": re.compile(r"content\.xml"), "odp": re.compile(r"content\.xml"),
    "docx": re.compile(r"word/document\.xml"), "docm": re.compile(r"word/document\.xml"),
    "xlsx": re.compile(r"xl/(?:sharedStrings|worksheets/sheet\d+)\.xml"), "xlsm": re.compile(r"xl/(?:sharedStrings|worksheets/sheet\d+)\.xml"),
    "pptx": re.compile(r"ppt/slides/slide\d+\.xml"), "pptm": re.compile(r"ppt/slides/slide\d+\.xml"),
}  # fmt: skip
_HOLDS_TEXT = ("t", "p", "h", "span", "a")
_MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class Sketch:
    """`words` is how many different words there are, `hashes` the smallest 64 of their hashes in order."""

    words: int
    hashes: tuple[int, ...]

    def likeness(self, other: Sketch) -> float:
        """The share of the words of both that both have, from 0 to 1."""
        both = sorted({*self.hashes, *other.hashes})[:SKETCH]
        return sum(h in self.hashes and h in other.hashes for h in both) / len(both) if both else 0.0


@fact
def content_sketch(document: bytes, signature: str) -> Sketch:
    """The sketch of a linked office document or text that has words enough."""
    if len(document) > LARGEST:
        raise Inapplicable("the text is too large to be compared")
    if signature in _PARTS:
        text = _packed(document, signature)
    elif signature == TEXT:
        text = document.decode("utf-8-sig", "replace")
    else:
        raise Inapplicable(f"the words of {signature} are not read")
    words = {word.lower() for word in _WORD.findall(text)}
    if len(words) < FEWEST:
        raise Inapplicable("there are too few words to know a text by")
    return sketch_of(words)


def sketch_of(words: set[str]) -> Sketch:
    """The sketch of these words."""
    hashes = (int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest()) for word in words)
    return Sketch(len(words), tuple(nsmallest(SKETCH, hashes)))


def _packed(body: bytes, signature: str) -> str:
    pieces: list[str] = []
    inside: list[bool] = []

    def start(name: str, _: dict[str, str]) -> None:
        inside.append(local(name) in _HOLDS_TEXT)
        if local(name) in ("p", "h", "si", "tab", "br", "s", "line-break"):
            pieces.append(" ")

    def text(said: str) -> None:
        if inside and inside[-1]:
            pieces.append(said)

    try:
        with open_package(body) as package:
            for part in _parts(package, signature):
                read_xml(read_member(package, part, LARGEST_PART), start, lambda _: inside.pop(), text)
    except (BadPackage, BadXml) as fault:
        raise Inapplicable(f"the text cannot be read: {fault}") from None
    return "".join(pieces)


def _parts(package: zipfile.ZipFile, signature: str) -> list[str]:
    return [name for name in package.namelist() if _PARTS[signature].fullmatch(name)][:_MOST_PARTS]


@fact
def document_digest(document: bytes, signature: str) -> str:
    """The SHA-256 of a linked document, in hex; what is empty, a page or a picture is no document of its own here."""
    if signature in ("empty", "html", "png", "jpg", "gif", "webp", "avif", "svg"):
        raise Inapplicable(f"this is {signature}")
    return hashlib.sha256(document).hexdigest()
