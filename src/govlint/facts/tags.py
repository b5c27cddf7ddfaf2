"""Start and end tags of a page as the server sent them: which do not belong together, which say an attribute twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ..evidence.fact import fact

MOST_FAULTS = 3  # of each kind, named one by one
DEEPEST = 512  # elements that are open at once
VOID = frozenset("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split())
# Elements whose end tag may be left out (HTML, 13.1.2.4); p is looked at apart.
OPTIONAL = frozenset("html head body li dt dd rt rp rb rtc optgroup option colgroup caption thead tbody tfoot tr td th".split())
# What ends a paragraph that is still open (13.1.2.4).
ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp".split()
)
# Nothing beyond these is ended from within (13.2.4.2); a button keeps a paragraph around it from being ended.
BORDERS = frozenset("table template object applet marquee foreignobject caption td th".split())
RAW_TEXT = frozenset("script style textarea title xmp iframe noembed noframes".split())
NOT_IN_ITSELF = frozenset({"a", "button", "form"})

# Possessive throughout: a hostile page cannot make it go back.
_TOKEN = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z))
      | <!\[CDATA\[.*?(?:\]\]>|\Z)
      | </(?P<end>[A-Za-z][^\t\n\f\r\ />]*+)[^>]*+(?:>|\Z)
      | <(?P<start>[A-Za-z][^\t\n\f\r\ />]*+)
        (?P<rest>(?:[\s/]++ | =?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+ | =)*+) (?P<whole>>|\Z)""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s/>=]++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+""")


@dataclass(frozen=True, slots=True)
class TagFault:
    """A tag that is wrong and where it stands, counted from 1; `name` is the element, `other` what it stands in or the attribute."""

    kind: str
    line: int
    column: int
    name: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Tags:
    """How many start tags a page has, and the first faults: `unclosed`, `stray`, `nested`, `paragraph` and `twice`."""

    count: int
    faults: tuple[TagFault, ...] = ()


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    foreign: bool = False


@fact
def tags(html: str) -> Tags:
    """The tags of a page as it was sent."""
    return read_tags(html)


def read_tags(html: str) -> Tags:
    """The tags of this source."""
    lines = [0, *(m.end() for m in re.finditer(r"\r\n?|\n", html))]
    faults: list[TagFault] = []
    noted: dict[str, int] = {}

    def note(kind: str, offset: int, name: str, other: str = "") -> None:
        noted[kind] = noted.get(kind, 0) + 1
        if noted[kind] <= MOST_FAULTS:
            line = bisect_right(lines, offset)
            faults.append(TagFault(kind, line, offset - lines[line - 1] + 1, name[:40], other[:40]))

    stack: list[_Open] = []
    ended: list[tuple[int, str]] = []  # what ended paragraphs, whose own end tag may be left out or may still come
    count = position = 0
    while (token := _TOKEN.search(html, position)) is not None:
        position = token.end()
        if token["end"]:
            _end(token["end"].lower(), token.start(), stack, ended, note)
        elif token["start"] and token["whole"]:
            count += 1
            name = token["start"].lower()
            twice = _twice(token["rest"])
            if twice:
                note("twice", token.start(), name, twice)
            foreign = bool(stack) and stack[-1].foreign
            if name in RAW_TEXT and not foreign:
                position = _after_raw_text(html, name, position)
            else:
                _start(name, token.start(), token["rest"].endswith("/"), stack, ended, note)
            # Browsers nest no deeper either, so what follows is told by nobody.
            if name == "plaintext" or len(stack) > DEEPEST:
                return _sorted(count, faults)
    for left in stack:
        if left.name != "p":
            note("unclosed", left.offset, left.name)
    return _sorted(count, faults)


def _sorted(count: int, faults: list[TagFault]) -> Tags:
    return Tags(count, tuple(sorted(faults, key=lambda fault: (fault.line, fault.column))))


def _start(name: str, offset: int, closed: bool, stack: list[_Open], ended: list[tuple[int, str]], note) -> None:  # noqa: ANN001
    foreign = name in ("svg", "math") or (bool(stack) and stack[-1].foreign and stack[-1].name != "foreignobject")
    if foreign:
        if not closed:
            stack.append(_Open(name, offset, True))
        return
    if name in ENDS_PARAGRAPH and (paragraph := _find(stack, "p", {*BORDERS, "button"})) is not None:
        if name != "p":
            ended.append((offset, name))
        del stack[paragraph:]
    if name in VOID or name in OPTIONAL:
        return
    if name in NOT_IN_ITSELF and _find(stack, name, BORDERS) is not None:
        note("nested", offset, name)
    stack.append(_Open(name, offset))


def _end(name: str, offset: int, stack: list[_Open], ended: list[tuple[int, str]], note) -> None:  # noqa: ANN001
    if name in OPTIONAL or name in VOID:
        return
    found = _find(stack, name, BORDERS - {name})
    if found is None:
        if name == "p" and ended:
            note("paragraph", *ended.pop())
        else:
            note("stray", offset, name)
        return
    for inner in stack[found + 1 :]:
        if inner.name != "p":
            note("unclosed", inner.offset, inner.name, name)
    del stack[found:]


def _find(stack: list[_Open], name: str, borders: frozenset[str] | set[str]) -> int | None:
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].name == name:
            return index
        if stack[index].name in borders:
            return None
    return None


def _twice(rest: str) -> str:
    names: set[str] = set()
    for found in _ATTRIBUTE.finditer(rest):
        name = found[1].lower()
        if name in names:
            return name
        names.add(name)
    return ""


def _after_raw_text(html: str, name: str, position: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])[^>]*+(?:>|\Z)", re.IGNORECASE).search(html, position)
    return end.end() if end else len(html)
