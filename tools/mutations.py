"""Single mutations of markup: a class dropped, another tag, an attribute dropped or changed, an element deleted.

A mutation that leaves markup as good as before is passed over. What counts as that:

* it is of content that the example was given as an option, or of the inside of a drawing;
* it is of a class that only says how something looks, or of an attribute that the author of a page gives as the page needs;
* the element, and the element around it with all its children, then look as in another visible example of the same
  release (tag, classes, names of attributes, values of those that are words of the language), and the mutation breaks no
  pair: no id is pointed at that is not there, none is left alone that was pointed at, radios of one group keep one name.

A table row with one cell less is never as good.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Attributes that the author of a page gives or leaves out as the page needs: content, state, wishes to the browser, drawings.
# `focusable` is for Internet Explorer alone.
FREE = frozenset(
    "class value title lang dir hreflang checked selected disabled open rows cols autocomplete pattern autocapitalize spellcheck "
    "style src srcset alt target rel action method enctype accept multiple placeholder maxlength min max step size width height "
    "draggable colspan rowspan datetime xmlns viewbox fill d focusable".split()
)
# Attributes whose value is a word of the language, not of the author.
WORDS = frozenset(
    "type role data-module inputmode scope aria-hidden aria-live aria-atomic aria-current aria-expanded aria-modal tabindex "
    "hidden".split()
)
POINTING = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls", "headers", "aria-owns")
# Classes that only say how something looks: those of others, size, weight, space, colour, columns, running text.
LOOKS = re.compile(
    r"(?!(?:govuk|nhsuk)-).*|[a-z]+-[!u]-.*|(?!.*--error$).*--.*"
    r"|[a-z]+-(?:body|heading|caption|list|link|grid|width|section-break|clearfix)(?:-.*)?"
)

Form = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mutation of an example: its kind, the class of the element or its tag, what was done, the markup after it."""

    kind: str
    part: str
    done: str
    html: str


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to which element: `number` in document order, `tag` and `attributes` as they become; None for both deletes it."""

    number: int
    tag: str | None
    attributes: dict[str, str | None] | None


@dataclass(frozen=True, slots=True)
class Looks:
    """How elements look in the visible examples of a release: alone, and with their children."""

    alone: frozenset[Form]
    with_children: frozenset[Form]


def looks_of(examples: Iterator[str]) -> Looks:
    """How all elements of these examples look."""
    nodes = [node for html in examples for node in body(html).css("*")]
    return Looks(frozenset(map(alone, nodes)), frozenset(map(with_children, nodes)))


def mutants(html: str, options: object, looks: Looks) -> Iterator[Mutant]:
    """All single mutations of an example, in document order, that leave markup which is not as good as before."""
    root = body(html)
    given = {shape(node.html) for text in strings(options) if "<" in text for node in body(text).css("*")}
    nodes = root.css("*")[1:]
    before = pairs(root)
    for number, node in enumerate(nodes):
        if shape(node.html) in given or any(above.tag == "svg" or shape(above.html) in given for above in above_of(node)):
            continue
        for kind, done, tag, attributes in _changes(node):
            changed = written(root, Change(number, tag, attributes))
            if not is_as_good(body(changed), number, tag, node, before, looks):
                yield Mutant(kind, part(node), done, changed)


def is_as_good(root: LexborNode, number: int, tag: str | None, before: LexborNode, paired: tuple, looks: Looks) -> bool:
    """Whether a changed example is as good as it was; `root` holds it after, `before` is the element as it was."""
    if breaks_pair(paired, pairs(root)):
        return False
    if tag is None:
        if before.parent.tag == "tr":
            return False
        return before.parent.tag == "body" or with_children(before.parent, before) in looks.with_children
    nodes = root.css("*")[1:]
    if len(nodes) <= number or nodes[number].tag != tag:
        return False  # such a tag cannot stand there
    after = nodes[number]
    if "id" not in after.attributes and "id" in before.attributes:
        return before.attributes["id"] not in paired[1]
    if alone(after) == alone(before):
        return True
    same = alone(after) in looks.alone and with_children(after) in looks.with_children
    return same and (after.parent.tag == "body" or with_children(after.parent) in looks.with_children)


def alone(node: LexborNode) -> Form:
    """How an element looks by itself."""
    said = frozenset(
        (key, value if key in WORDS else "") for key, value in node.attributes.items() if key.lower() not in FREE and not is_own(key)
    )
    return (*kind_of(node), said)


def is_own(key: str) -> bool:
    """Whether an attribute is a setting or text for a script."""
    return key.startswith("data-") and key not in ("data-module", "data-aria-controls", "data-behaviour")


def kind_of(node: LexborNode) -> tuple[str, frozenset[str]]:
    """The tag of an element, and those of its classes that say more than a look."""
    names = (node.attributes.get("class") or "").split()
    return node.tag, frozenset(name for name in names if not LOOKS.fullmatch(name))


def with_children(node: LexborNode, without: LexborNode | None = None) -> Form:
    """How an element looks together with what lies directly in it, which may be there once or more."""
    inside = [n for n in node.iter() if n.is_element_node and (without is None or n.mem_id != without.mem_id)]
    return (*kind_of(node), frozenset(map(kind_of, inside)))


def pairs(root: LexborNode) -> tuple[frozenset[str], frozenset[str], bool]:
    """The ids that are there, those that something points at, and whether the radios have several names."""
    ids = {node.attributes["id"] for node in root.css("[id]")}
    names = {radio.attributes.get("name") for radio in root.css("input[type=radio]")}
    return frozenset(ids), frozenset(name for node in root.css("*") for name in pointed_at(node, ids)), len(names) > 1


def breaks_pair(before: tuple, after: tuple) -> bool:
    """Whether something points at what is not there, is left alone, or has another name than its neighbours, and did not before."""
    (ids, pointed, several), (ids_after, pointed_after, several_after) = before, after
    absent = (pointed_after - ids_after) - (pointed - ids)
    left_alone = (ids & pointed & ids_after) - pointed_after
    return bool(absent or left_alone or (several_after and not several))


def pointed_at(node: LexborNode, ids: Container[str]) -> Iterator[str]:
    """The ids that an element points at; the target of a link counts if it is among `ids`, as others are on other pages."""
    for key in POINTING:
        yield from (node.attributes.get(key) or "").split()
    target = (node.attributes.get("href") or "").partition("#")[2]
    if target in ids:
        yield target


def strings(value: object) -> Iterator[str]:
    """All texts within the options of an example."""
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from strings(one)


def above_of(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around an element, without the body."""
    above = node.parent
    while above is not None and above.tag != "body":
        yield above
        above = above.parent


def body(html: str) -> LexborNode:
    """The body of a page that holds this markup and nothing else."""
    return LexborHTMLParser(f"<!doctype html><body>{html}</body>").body


def part(node: LexborNode) -> str:
    """The first class of GOV.UK Frontend or another system on the element, or its tag."""
    names = (node.attributes.get("class") or "").split()
    return next((name for name in names if "uk-" in name), node.tag)


def shape(html: str) -> str:
    """The markup without white space between tags, to tell whether two are the same."""
    return re.sub(r"\s+", " ", html).replace("> <", "><").strip()


def _changes(node: LexborNode) -> Iterator[tuple[str, str, str | None, dict[str, str | None] | None]]:
    """(kind, what is done, the tag, the attributes after it) for one element."""
    written_there = dict(node.attributes)
    for name in (written_there.get("class") or "").split():
        left = " ".join(n for n in written_there["class"].split() if n != name)
        others = {k: v for k, v in written_there.items() if k != "class"}
        yield "class dropped", name, node.tag, ({"class": left} if left else {}) | others
    yield "tag changed", other_tag(node.tag), other_tag(node.tag), written_there
    for key, value in written_there.items():
        if key == "class":
            continue
        yield "attribute dropped", key, node.tag, {k: v for k, v in written_there.items() if k != key}
        if value:
            yield "attribute changed", key, node.tag, written_there | {key: other_value(value)}
    yield "element deleted", node.tag, None, None


def other_tag(tag: str) -> str:
    """The tag that stands for another: span for div, div for all else."""
    return "span" if tag == "div" else "div"


def other_value(value: str) -> str:
    """A value that is not the one that was there."""
    return {"true": "false", "false": "true", "0": "1", "-1": "1"}.get(value, value + "-x")


def written(root: LexborNode, change: Change) -> str:
    """The markup inside `root` with one change."""
    parts: list[str] = []
    counted = iter(range(10**9))
    for node in root.iter(include_text=True):
        _write(node, change, counted, parts)
    return "".join(parts)


def _write(node: LexborNode, change: Change, counted: Iterator[int], parts: list[str]) -> None:
    if not node.is_element_node:
        parts.append(escape(node.text_content or "", quote=False) if node.is_text_node else "")
        return
    mine = next(counted) == change.number
    if mine and change.tag is None:
        for _ in node.css("*")[1:]:
            next(counted)
        return
    tag = change.tag if mine and change.tag else node.tag
    attributes = change.attributes if mine and change.attributes is not None else node.attributes
    said = "".join(f" {k}" if v is None else f' {k}="{escape(v)}"' for k, v in attributes.items())
    parts.append(f"<{tag}{said}>")
    for inner in node.iter(include_text=True):
        _write(inner, change, counted, parts)
    if tag not in VOID:
        parts.append(f"</{tag}>")
