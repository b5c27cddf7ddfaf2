"""Read the words of the link, and those that stand right beside it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.documents import Download
from govlint.facts.formats import ARCHIVE, DATA, FORMATS, SHEET, SLIDES, TEXT, name_of
from govlint.facts.place import attributes, find, words

KINDS = (TEXT, SHEET, SLIDES, DATA, ARCHIVE)
SIZE = re.compile(r"\d[\d.,]*\s?(?:[KMG]i?B|bytes|kilobytes|megabytes|[kmg]b)\b", re.IGNORECASE)
WORDS = {
    TEXT: r"word|opendocument|document|text", SHEET: r"excel|spreadsheet|opendocument", SLIDES: r"powerpoint|slides|presentation",
    DATA: r"spss|stata|sas", ARCHIVE: r"zip|archive",
}  # fmt: skip
MOST_LINKS = 2  # to one file: its picture and its words
LONGEST = 400  # letters around a link that still speak of it alone


def check(downloads: tuple[Download, ...], dom: LexborHTMLParser) -> Iterator[Verdict]:
    for link in downloads:
        node = find(dom, link.at.selector)
        if node is None or node.tag != "a" or FORMATS[link.format].kind not in KINDS:
            continue
        if attributes(node).get("aria-hidden") == "true":
            continue
        text = _around(node)
        said = {"name": link.stem, "format": name_of(link.format)}
        if not re.search(rf"\b(?:{link.format}|{re.escape(name_of(link.format))}|{WORDS[FORMATS[link.format].kind]})\b", text, re.IGNORECASE):
            yield Failed(link.at, "type", **said)
        elif not SIZE.search(text):
            yield Failed(link.at, "size", **said)
        else:
            yield Passed(link.at, "said", **said)


def _around(node: LexborNode) -> str:
    """The words of the link and of the parts around it, as long as they hold no other file and are short."""
    text = _own(node)
    while (node := node.parent) is not None and node.tag not in ("main", "body", "html"):
        if len(node.css("a[href]")) > MOST_LINKS or len(words(node)) > LONGEST:
            break
        text = f"{text} {words(node)}"
    return text


def _own(node: LexborNode) -> str:
    named = attributes(node)
    inner = " ".join(attributes(image).get("alt", "") for image in node.css("img[alt]"))
    return " ".join((words(node), named.get("aria-label", ""), named.get("title", ""), inner))
