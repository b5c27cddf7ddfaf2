"""An accessibility statement: how one is known, and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from ..evidence.fact import Inapplicable, fact
from ..model.verdict import CantTell, Failed, Place, Verdict
from .answers import Pointer
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
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a statement: its heading, and the words and links up to the next heading of its rank."""

    heading: Heading
    text: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its main heading (None if it has none), its words, links and parts."""

    welsh: bool
    title: str
    heading: Heading | None
    at: Place
    text: str
    links: tuple[Link, ...]
    parts: tuple[Part, ...]

    @property
    def status(self) -> str:
        """fully, partially or not, as the statement says of itself; empty if it does not say."""
        return next((name for name, pattern in _STATUS.items() if re.search(pattern, self.text, re.IGNORECASE)), "")

    def part(self, name: str) -> Part | None:
        """The first part whose heading is of that kind: status, problems, burden, preparation, feedback, enforcement."""
        return next((part for part in self.parts if re.search(_PARTS[name], part.heading.text, re.IGNORECASE)), None)

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
    return Statement(welsh, title, heading, heading.at if heading else at(main), text, own_links, tuple(_parts(main)))


@dataclass(frozen=True, slots=True)
class StatementLinks:
    """Whether a page is a statement itself, and the links to one that it has."""

    is_one: bool
    links: tuple[Pointer, ...]


@fact
def statement_links(pointers: tuple[Pointer, ...], statement: Statement | None = None) -> StatementLinks:
    """What a page has to do with the accessibility statement of its site."""
    return StatementLinks(statement is not None, tuple(p for p in pointers if LINK.search(p.text)))


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
    open_parts: list[tuple[Heading, list[str], list[tuple[str, str]]]] = []
    closed: list[tuple[Heading, list[str], list[tuple[str, str]]]] = []
    for node in main.traverse(include_text=True):
        if node.is_text_node:
            if node.parent is not None and node.parent.tag not in ("script", "style", "template"):
                for _, texts, _ in open_parts:
                    texts.append(node.text_content or "")
            continue
        tag = node.tag or ""
        if re.fullmatch(r"h[2-6]", tag):
            level = int(tag[1])
            open_parts = [part for part in open_parts if part[0].level < level]
            open_parts.append((Heading(level, words(node), at(node)), [], []))
            closed.append(open_parts[-1])
        elif tag == "a" and "href" in node.attributes:
            for _, _, found in open_parts:
                found.append((attributes(node)["href"], words(node)))
    for heading, texts, found in closed:
        yield Part(heading, re.sub(r"\s+", " ", " ".join(texts)).strip(), tuple(found))


def _after(pattern: str, sentence: str) -> list[date]:
    found = re.search(pattern, sentence, re.IGNORECASE)
    return list(dates_in(sentence[found.start() :])) if found else []
