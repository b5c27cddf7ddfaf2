"""A linked XML file: whether it is well-formed; a feed's dates and links, where it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from ..evidence.fact import Inapplicable, NotGathered, fact
from .signatures import refuse_other
from .xml_events import BadXml, HasEntities, local, read_xml

KINDS = ("xml", "rss", "atom", "kml", "gpx", "svg", "rdf", "xsd", "wsdl")
LARGEST = 20_000_000  # bytes; five seconds of reading where it is nothing but tags
ATOM = "http://www.w3.org/2005/Atom "


@dataclass(frozen=True, slots=True)
class XmlReport:
    """`fault` says why it is not well-formed, `entities` that it declares some of its own and was not read on."""

    root: str = ""
    fault: str = ""
    line: int = 0
    entities: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """`kind` is atom or rss; `bad_dates` are (what, date) of dates that are not in the feed's own notation.

    `relative` is the first link of an RSS entry that is no whole address.
    """

    kind: str
    title: str = ""
    self_link: bool = False
    entries: int = 0
    without_identity: int = 0
    bad_dates: tuple[tuple[str, str], ...] = ()
    relative: str = ""


@fact
def xml_document(document: bytes, signature: str) -> XmlReport:
    """The report of a linked XML file of any kind."""
    refuse_other(signature, *KINDS)
    if len(document) > LARGEST:
        raise NotGathered(f"The XML is larger than {LARGEST:,} bytes and was not read.")
    names: list[str] = []
    try:
        read_xml(document, lambda name, _: None if names else names.append(local(name)))
    except HasEntities:
        return XmlReport(entities=True)
    except BadXml as fault:
        return XmlReport(names[0] if names else "", str(fault), fault.line)
    return XmlReport(names[0])


@fact
def feed(document: bytes, signature: str, xml_document: XmlReport) -> Feed:
    """The report of a linked Atom or RSS feed."""
    refuse_other(signature, "atom", "rss")
    if xml_document.fault or xml_document.entities:
        raise Inapplicable("the feed is not well-formed")
    return _read_feed(document, signature)


_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_WHOLE_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:")
_DATES = {"atom": ("updated", "published"), "rss": ("pubDate", "lastBuildDate")}
_IDENTITY = {"atom": ("id",), "rss": ("guid", "link")}


def _read_feed(body: bytes, kind: str) -> Feed:
    path: list[str] = []
    words: list[str] = []
    bad: list[tuple[str, str]] = []
    entries = nameless = 0
    title, relative, self_link, identified = "", "", False, False

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal self_link, identified
        tag = local(name)
        path.append(tag)
        words.clear()
        if name == f"{ATOM}link" and said.get("rel") == "self":
            self_link = True
        if tag in ("entry", "item"):
            identified = False

    def end(name: str) -> None:
        nonlocal entries, nameless, title, relative, identified
        tag, text = path.pop(), "".join(words).strip()
        parent = path[-1] if path else ""
        if tag == "title" and parent in ("feed", "channel"):
            title = title or text[:200]
        elif tag in _DATES[kind] and parent in ("feed", "channel", "entry", "item"):
            if not _is_date(text, kind) and len(bad) < 10:
                bad.append((tag, text[:60]))
        elif tag in _IDENTITY[kind] and parent in ("entry", "item") and text:
            identified = True
        elif tag in ("entry", "item"):
            entries += 1
            nameless += not identified
        if tag == "link" and parent == "item" and text and not _WHOLE_ADDRESS.match(text):
            relative = relative or text[:120]
        words.clear()

    read_xml(body, start, end, words.append)
    return Feed(kind, title, self_link, entries, nameless, tuple(bad), relative)


def _is_date(text: str, kind: str) -> bool:
    if kind == "atom":
        return _RFC_3339.fullmatch(text) is not None
    try:
        return parsedate_to_datetime(text) is not None
    except (ValueError, TypeError, IndexError):
        return False
