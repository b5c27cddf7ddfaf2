"""An accessibility statement: how one is known, and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from ..evidence.fact import Inapplicable, fact
from ..model.verdict import CantTell, Failed, Place, Verdict
from .answers import Pointer
from .documents import Download, belong_together
from .formats import FORMATS, SHEET, SLIDES, TEXT
from .page import Heading, Link
from .place import at, attributes, words
from .written_dates import dates_in, sentences

NAME = re.compile(r"accessibility statement(?!s)|datganiad (ar )?hygyrchedd", re.IGNORECASE)
LINK = re.compile(
    r"accessibility statement(?!s)|datganiad (ar )?hygyrchedd|^\W*(website |site |digital )?accessibility\W*$|^\W*hygyrchedd\W*$",
    re.IGNORECASE,
)
# Pages that tell how to write one.
_GUIDE = re.compile(r"^\W*(how|mak|publish|writ|creat|sample|model|example|check|review|understand|guid|about|prepar|what|why)", re.IGNORECASE)
_ADDRESS = re.compile(r"(accessibility[-_]?statement|datganiad[-_]hygyrchedd)(\.\w+)?$", re.IGNORECASE)
_SHORT_ADDRESS = re.compile(r"(accessibility|hygyrchedd)(\.\w+)?$", re.IGNORECASE)
_SAYS_STATUS = re.compile(r"(fully|partially|not) compliant with|compliance status|accessibility regulations 2018|cydymffurfi", re.IGNORECASE)
CRITERION = re.compile(r"(?<![\d.])[1-4]\.[1-5]\.\d{1,2}\b")  # a success criterion of WCAG by its number
_STATUS = {
    "partially": r"\bpartially compliant with|cydymffurfio.n rhannol|rhannol gydymffurfio",
    "not": r"\bnot (fully )?compliant with|nid yw[^.]{1,60} yn cydymffurfio|ddim yn cydymffurfio",
    "fully": r"\bfully compliant with|cydymffurfio.n llawn",
}
# What a part's heading says, in English and in Welsh.
_PARTS = {
    "status": r"compliance status|conformance status|statws cydymffurfi",
    "problems": r"non-?\s?accessible content|inaccessible content|content that is not accessible|cynnwys (nad yw.n hygyrch|anhygyrch)",
    "burden": r"disproportionate burden|baich anghymesur",
    "preparation": r"prepar\w+ (of )?(this|the|our) (accessibility )?statement|paratoi.r datganiad",
    "feedback": r"feedback|contact|reporting accessibility|adborth|cysylltu",
    "enforcement": r"enforcement|gweithdrefn orfodi|gorfod",
    "exempt": r"\bscope\b|exempt|[cg]wmpas",
}
_INLINE = frozenset("a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q s small span strong sub sup time u var".split())
# Those that no other page has.
_UNMISTAKABLE = {name: _PARTS[name] for name in ("status", "problems", "burden", "preparation")} | {
    "enforcement": r"enforcement procedure|gweithdrefn orfodi"
}
# A sentence that commits the organisation.
COMMITTED = re.compile(
    r"commit(ted|s|ment)\b.{0,120}\baccessib|want (as many people as possible|everyone|everybody|all).{0,60}\buse\b"
    r"|ymrwym|eisiau i gynifer",
    re.IGNORECASE,
)
# A sentence that says that nothing is claimed under a heading.
NO_CLAIM = re.compile(
    r"not (claim|made|making|been made)|no (claim|content|issues)|have not|do not|not applicable|none"
    r"|\bdim\b|ddim|nid yw.n berthnasol",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list in a statement: its words and its place."""

    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a statement: its heading, and the words, links, items and sentences up to the next heading of its rank."""

    heading: Heading
    text: str
    links: tuple[tuple[str, str], ...]
    items: tuple[Item, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its main heading (None if it has none), its words, links and parts.

    `sentences` end with their paragraph, as those of `text` do not: a term and what is said of it stand together there.
    """

    welsh: bool
    title: str
    heading: Heading | None
    at: Place
    text: str
    links: tuple[Link, ...]
    parts: tuple[Part, ...]
    sentences: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """fully, partially or not, as the statement says of itself; empty if it does not say."""
        return next((name for name, pattern in _STATUS.items() if re.search(pattern, self.text, re.IGNORECASE)), "")

    def part(self, name: str) -> Part | None:
        """The first part whose heading is of that kind: status, problems, burden, preparation, feedback, enforcement, exempt."""
        return next((part for part in self.parts if re.search(_PARTS[name], part.heading.text, re.IGNORECASE)), None)

    def saying(self, pattern: re.Pattern[str]) -> list[str]:
        """The sentences that hold this pattern."""
        return [sentence for sentence in self.sentences if pattern.search(sentence)]

    def dated(self, *patterns: str) -> list[date]:
        """The dates in sentences that hold one of these patterns, the date after the words."""
        return [day for sentence in sentences(self.text) for pattern in patterns for day in _after(pattern, sentence)]


@fact
def statement(
    main: LexborNode, headings: tuple[Heading, ...], links: tuple[Link, ...], title: str, language: str, url: str, role: str
) -> Statement:
    """The accessibility statement, if this page is one."""
    heading = next((h for h in headings if h.level == 1), None)
    text = words(main)
    if role != "page" or not _is_statement(heading.text if heading else "", title, url, text):
        raise Inapplicable("this page is no accessibility statement")
    welsh = language.lower().startswith("cy") or "hygyrchedd" in f"{heading.text if heading else ''} {title}".lower()
    inside = {attributes(node)["href"] for node in main.css("a[href]")}
    own_links = tuple(link for link in links if link.href in inside)
    return Statement(welsh, title, heading, heading.at if heading else at(main), text, own_links, tuple(_parts(main)), _sentences(_texts(main)))


@dataclass(frozen=True, slots=True)
class StatementLinks:
    """Whether a page is a statement itself, and the links to one that it has."""

    is_one: bool
    links: tuple[Pointer, ...]


@fact
def statement_links(pointers: tuple[Pointer, ...], statement: Statement | None = None) -> StatementLinks:
    """What a page has to do with the accessibility statement of its site."""
    return StatementLinks(statement is not None, tuple(p for p in pointers if LINK.search(p.text)))


@fact
def statement_headings(headings: tuple[Heading, ...], role: str) -> tuple[str, ...]:
    """The parts of the model statement that have a heading of their own words on this page."""
    if role != "page":
        raise Inapplicable("only pages hold parts of a statement")
    return tuple(name for name, pattern in _UNMISTAKABLE.items() if any(re.search(pattern, h.text, re.IGNORECASE) for h in headings))


@fact
def readable_documents(document_links: tuple[Download, ...], url: str) -> tuple[tuple[str, str], ...]:
    """(address, format) of each text, sheet and presentation that a page offers of its own organisation."""
    kinds = (TEXT, SHEET, SLIDES)
    return tuple((d.url, d.format) for d in document_links if FORMATS[d.format].kind in kinds and belong_together(d.url, url))


def lacking(statement: Statement, key: str, **data: object) -> Verdict:
    """The verdict where something was not found: a person has to read what is not in English."""
    return (CantTell if statement.welsh else Failed)(statement.at, key, **data)


def _is_statement(heading: str, title: str, url: str, text: str) -> bool:
    if _GUIDE.match(heading):
        return False
    if NAME.search(heading):
        return True
    last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    if _ADDRESS.search(last) or (NAME.search(title) and not _GUIDE.match(title) and not heading):
        return True
    named = _SHORT_ADDRESS.match(last) or NAME.search(title)
    return bool(named and _SAYS_STATUS.search(text))


def _parts(main: LexborNode) -> Iterator[Part]:
    """The parts in order; the words of a part hold those of the lower parts in it."""
    open_parts: list[_Draft] = []
    drafts: list[_Draft] = []
    for node in main.traverse(include_text=True):
        tag = node.tag or ""
        if _is_said(node):
            for part in open_parts:
                part.texts.append(node)
        elif re.fullmatch(r"h[2-6]", tag):
            open_parts = [part for part in open_parts if part.heading.level < int(tag[1])]
            open_parts.append(_Draft(Heading(int(tag[1]), words(node), at(node)), node.mem_id))
            drafts.append(open_parts[-1])
        elif tag == "a" and "href" in node.attributes:
            for part in open_parts:
                part.links.append((attributes(node)["href"], words(node)))
        elif tag == "li":
            for part in open_parts:
                part.items.append(Item(words(node), at(node)))
    for part in drafts:
        text = re.sub(r"\s+", " ", " ".join(node.text_content or "" for node in part.texts)).strip()
        said = _sentences(node for node in part.texts if _block(node) != part.block)
        yield Part(part.heading, text, tuple(part.links), tuple(part.items), said)


def _texts(main: LexborNode) -> Iterator[LexborNode]:
    return (node for node in main.traverse(include_text=True) if _is_said(node))


def _is_said(node: LexborNode) -> bool:
    return node.is_text_node and node.parent is not None and node.parent.tag not in ("script", "style", "template")


def _sentences(texts: Iterable[LexborNode]) -> tuple[str, ...]:
    """The sentences of text nodes, none of which goes on from one paragraph into the next."""
    blocks: list[tuple[int, list[str]]] = []
    for node in texts:
        if not blocks or blocks[-1][0] != _block(node):
            blocks.append((_block(node), []))
        blocks[-1][1].append(node.text_content or "")
    return tuple(sentence for _, said in blocks for sentence in sentences(re.sub(r"\s+", " ", "".join(said)).strip()))


def _block(node: LexborNode) -> int:
    above = node.parent
    while above is not None and above.tag in _INLINE:
        above = above.parent
    return above.mem_id if above is not None else 0


@dataclass(slots=True)
class _Draft:
    heading: Heading
    block: int
    texts: list[LexborNode] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def _after(pattern: str, sentence: str) -> list[date]:
    found = re.search(pattern, sentence, re.IGNORECASE)
    return list(dates_in(sentence[found.start() :])) if found else []
