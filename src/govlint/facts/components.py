"""Which elements of a page lack what all official examples of their class have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import Inapplicable, fact
from .design_systems import Demand, demands
from .govuk_version import GovukVersion
from .kin import ancestors, classes
from .legal_words import HAVING_WORDS, illegal_words
from .nesting import Nesting, contents
from .references import MUST_BE_THERE

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Elements that say nothing of themselves, or little.
PLAIN_TAGS = frozenset(("div", "span", "p", "b", "i", "em", "strong"))
# What may stand for a div where an author has more to say of a part.
CONTAINERS = frozenset(
    "section article aside nav header footer main form figure figcaption blockquote fieldset li address".split()
)
VOID = ("input", "img", "hr", "br")
POINTING = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls")
# Kinds by what they are about: of each element and class the first of each group is told.
GROUPS = (
    ("tag", "value", "attribute", "parent", "with", "holds", "holds-tag", "within", "filled"),
    ("script",),
    ("own",),
    ("points", "pointed", "one-name"),
)
GROUP_OF = {kind: group[0] for group in GROUPS for kind in group}

Classes = Mapping[str, tuple[LexborNode, ...]]


@dataclass(frozen=True, slots=True)
class Breach:
    """An element that lacks what all official examples of its class have.

    `kind` is one of GROUPS or plain-tag (another element, though both say little of themselves) or word; `wanted` says what it
    lacks: tags, an attribute, name=value, a class. Of the kind own, `node` is the element that lacks the class, `name` what it is in;
    of the kind word, `name` is the attribute, `wanted` the value that no browser knows.
    """

    node: LexborNode
    name: str
    kind: str
    wanted: str


    @property
    def words(self) -> str:
        """What it lacks, one of several by “or”."""
        return " or ".join(self.wanted.split("|"))


@dataclass(frozen=True, slots=True)
class Pointers:
    """The ids of a page, and the attributes by which each is pointed at."""

    ids: frozenset[str]
    by: Mapping[str, frozenset[str]]


@fact
def pointed_ids(dom: LexborHTMLParser) -> Pointers:
    """Which ids the page has, and which are pointed at."""
    found: dict[str, set[str]] = {}
    for key in POINTING:
        for node in dom.css(f"[{key}]"):
            for name in (node.attrs.get(key) or "").split():
                found.setdefault(name, set()).add(key)
    ids = frozenset(node.attrs.get("id") or "" for node in dom.css("[id]"))
    return Pointers(ids, {name: frozenset(keys) for name, keys in found.items()})


@fact
def component_breaches(
    govuk_classes: dict[str, tuple[LexborNode, ...]], govuk_version: GovukVersion, pointed_ids: Pointers, drawn_by_script: bool
) -> tuple[Breach, ...]:
    """What is not as in the official examples of the releases of GOV.UK Frontend that the page may use.

    What two classes of an element both want is told once.
    """
    if drawn_by_script:
        raise Inapplicable("scripts have changed the components since they were written")
    return breaches(govuk_classes, frozenset(map(str, govuk_version.majors)), pointed_ids, "govuk")


def breaches(by_class: Classes, majors: frozenset[str], pointed: Pointers, system: str) -> tuple[Breach, ...]:
    """What is not as in the official examples of these major versions of a design system."""
    found: dict[tuple[int, str, str], Breach] = {}
    tree = next(iter(by_class.values()))[0].parser
    nesting, inner = Nesting(tree, by_class), contents(tree, system)
    for name, nodes in by_class.items():
        wanted: dict[str, tuple[tuple[Demand, ...], ...]] = {}
        for node in nodes:
            tag = node.tag
            if tag not in wanted:
                wanted[tag] = grouped(name, tag, majors, system)
            for group in wanted[tag]:
                broken = _broken(node, name, group, pointed, nesting)
                if broken:
                    found.setdefault((node.mem_id, broken.kind, broken.wanted), broken)
        for kind, value in demands(name, majors, system):
            if kind == "own":
                tag, _, own = value.partition("=")
                bearers = [nesting.having(one) for one in own.split("|")]
                for node in inner.get((name, tag), ()):
                    if not any(node.mem_id in those for those in bearers):
                        found.setdefault((node.mem_id, kind, value), Breach(node, name, kind, own))
    for node in tree.css(HAVING_WORDS):
        if any(name.startswith(system + "-") for name in classes(node)):
            found |= {(node.mem_id, key, value): Breach(node, key, "word", value) for key, value in illegal_words(node)}
    return tuple(found.values())


def of_kinds(found: tuple[Breach, ...], *kinds: str) -> tuple[Breach, ...]:
    """The breaches of these kinds."""
    return tuple(breach for breach in found if breach.kind in kinds)


def dangling(found: tuple[Breach, ...]) -> Iterator[tuple[Breach, dict[str, str]]]:
    """Parts that point at nothing, or that nothing points at, each with what fills a message about it."""
    for breach in of_kinds(found, *GROUPS[3]):
        yield breach, {"name": breach.name, "wanted": breach.wanted, "value": breach.node.attrs.get(breach.wanted) or ""}


@cache
def grouped(name: str, tag: str, majors: frozenset[str], system: str) -> tuple[tuple[Demand, ...], ...]:
    """What is wanted of a class on such an element, by what it is about; without the kind own.

    What labels and descriptions point at is no matter of components alone: accessibility/dangling-references tells of it.
    """
    wanted = demands(name, majors, system) + demands(f"{tag}.{name}", majors, system)
    groups: dict[str, list[Demand]] = {}
    for kind, value in wanted:
        if (kind == "points" and value in MUST_BE_THERE) or (kind == "tag" and _is_tag(tag, value)):
            continue
        about = "script" if "data-module" in value else GROUP_OF[kind]
        groups.setdefault(about, []).append((kind, value))
    groups.pop("own", None)
    return tuple(map(tuple, groups.values()))


def _broken(node: LexborNode, name: str, wanted: tuple[Demand, ...], pointed: Pointers, nesting: Nesting) -> Breach | None:
    """The first of these that an element lacks."""
    for kind, value in wanted:
        if kind == "tag":  # only asked of what is on another tag
            return Breach(node, name, "plain-tag" if {node.tag, *value.split("|")} <= PLAIN_TAGS else kind, value)
        if not (_POINTER[kind](node, value, pointed) if kind in _POINTER else _STANDS[kind](node, value, nesting)):
            return Breach(node, name, kind, value)
    return None


def _is_tag(tag: str, wanted: str) -> bool:
    if wanted == "heading":
        return tag in HEADINGS
    tags = wanted.split("|")
    return tag in tags or ("div" in tags and tag in CONTAINERS)


def _has_value(node: LexborNode, pair: str) -> bool:
    name, _, value = pair.partition("=")
    return name in node.attrs and (node.attrs.get(name) or "").strip().lower() == value.lower()


def _is_filled(node: LexborNode) -> bool:
    if node.tag in VOID or (node.text() or "").strip() or "hidden" in node.attrs:
        return True
    return any(child.is_element_node for child in node.iter())


def _points(node: LexborNode, key: str, pointed: Pointers) -> bool:
    return pointed.ids.issuperset((node.attrs.get(key) or "").split())


def _is_pointed_at(node: LexborNode, key: str, pointed: Pointers) -> bool:
    if key in pointed.by.get(node.attrs.get("id") or "", ()):
        return True
    if key == "aria-describedby" and not any(name.endswith("-form-group") for above in ancestors(node) for name in classes(above)):
        return True  # a hint that stands alone is only text
    # A field may have its name in other ways.
    names = ("aria-label", "aria-labelledby", "title", "hidden")
    return key == "for" and (any(n in node.attributes for n in names) or any(above.tag == "label" for above in ancestors(node)))


def _has_one_name(node: LexborNode, name: str, nesting: Nesting) -> bool:
    if node.mem_id not in nesting.holding(name):
        return True
    inside = [radio for radio in node.css(f"input.{name}") if radio.attributes.get("name")]
    outer = [r for r in inside if not any("__conditional" in c for above in ancestors(r) for c in classes(above))]
    return len({radio.attributes["name"] for radio in outer}) <= 1


_POINTER = {"points": _points, "pointed": _is_pointed_at}
_STANDS = {
    "value": lambda node, pair, _: _has_value(node, pair),
    "attribute": lambda node, name, _: name in node.attrs,
    "parent": lambda node, name, nesting: node.parent is not None and node.parent.mem_id in nesting.having(name),
    "within": lambda node, name, nesting: nesting.is_within(node, name),
    "holds": lambda node, name, nesting: node.mem_id in nesting.holding(name),
    "holds-tag": lambda node, tag, nesting: node.mem_id in nesting.holding_tag(tag),
    "filled": lambda node, *_: _is_filled(node),
    "with": lambda node, name, nesting: node.mem_id in nesting.having(name),
    "one-name": _has_one_name,
}
