"""Read the words of the link, and those that stand right beside it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.documents import Download
from govlint.facts.formats import ARCHIVE, DATA, FORMATS, SHEET, SLIDES, TEXT, name_of
from govlint.facts.place import attributes, position, words

KINDS = (TEXT, SHEET, SLIDES, DATA, ARCHIVE)
SIZE = re.compile(r"\d[\d.,]*\s?(?:[KMG]i?B|bytes|kilobytes|megabytes)\b", re.IGNORECASE)
WORDS = {
    TEXT: ("word", "opendocument", "document", "text"), SHEET: ("excel", "spreadsheet", "opendocument"),
    SLIDES: ("powerpoint", "slides", "presentation"), ARCHIVE: ("zip", "archive"),
}  # fmt: skip
MOST = 3  # links named one by one
MOST_LINKS = 2  # to one file: its picture and its words
LONGEST = 400  # letters around a link that still speak of it alone


def check(downloads: tuple[Download, ...], dom: LexborHTMLParser) -> Iterator[Verdict]:
    verdicts = list(_verdicts(downloads, dom))
    faults = [verdict for verdict in verdicts if verdict.key != "said"]
    yield from (verdict for verdict in verdicts if verdict.key == "said")
    yield from faults[:MOST]
    if len(faults) > MOST:
        yield Failed(faults[MOST].place, "more", count=len(faults) - MOST)


def _verdicts(downloads: tuple[Download, ...], dom: LexborHTMLParser) -> Iterator[Verdict]:
    links = {position(node): node for node in dom.css("a[href]") if attributes(node).get("aria-hidden") != "true"}
    read: dict[int, str | None] = {}
    for link in downloads:
        node = links.get((link.at.line, link.at.column))
        kind = FORMATS[link.format].kind
        if node is None or kind not in KINDS:
            continue
        text = f"{_own(node)} {_around(node.parent, read)}"
        said = {"name": link.stem, "format": name_of(link.format)}
        types = "|".join((link.format, re.escape(name_of(link.format)), *WORDS.get(kind, ())))
        if not re.search(rf"\b(?:{types})\b", text, re.IGNORECASE):
            yield Failed(link.at, "type", **said)
        elif not SIZE.search(text):
            yield Failed(link.at, "size", **said)
        else:
            yield Passed(link.at, "said", **said)


def _around(node: LexborNode | None, read: dict[int, str | None]) -> str:
    """The words of the largest part around a link that holds no other file and is short; each part is read once."""
    text = ""
    while node is not None and node.tag not in ("main", "body"):
        if node.mem_id not in read:
            alone = len(node.css("a[href]")) <= MOST_LINKS
            read[node.mem_id] = words(node) if alone else None
        inner = read[node.mem_id]
        if inner is None or len(inner) > LONGEST:
            break
        text, node = inner, node.parent
    return text


def _own(node: LexborNode) -> str:
    named = attributes(node)
    inner = " ".join(attributes(image).get("alt", "") for image in node.css("img[alt]"))
    return " ".join((words(node), named.get("aria-label", ""), named.get("title", ""), inner))
