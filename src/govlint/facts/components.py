"""What all official examples of a GOV.UK Frontend class have in common, and which elements of a page have it not.

The data are derived from published releases by `tools/derive_components.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborNode

from ..evidence.fact import Inapplicable, fact
from .govuk_version import GovukVersion
from .kin import ancestors, classes, has_class

DATA = Path(__file__).parent / "data"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Elements that say nothing of themselves, or little.
PLAIN_TAGS = frozenset(("div", "span", "p", "b", "i", "em", "strong"))
# What may stand for a div where an author has more to say of a part.
CONTAINERS = frozenset(
    "section article aside nav header footer main form figure figcaption blockquote fieldset li address".split()
)
# What a reader should hear of first.
ORDER = ("tag", "value", "attribute", "parent", "with", "holds", "holds-tag", "within")


@dataclass(frozen=True, slots=True)
class Breach:
    """An element that lacks what all official examples of its class have.

    `kind` is tag, plain-tag (another element, though both say little of themselves), attribute, value, parent,
    within, holds, holds-tag or with; `wanted` says what it lacks: a tag, an attribute, name=value, a class.
    """

    node: LexborNode
    name: str
    kind: str
    wanted: str


@fact
def component_breaches(
    govuk_classes: dict[str, tuple[LexborNode, ...]], govuk_version: GovukVersion, drawn_by_script: bool
) -> tuple[Breach, ...]:
    """What is not as in the official examples of the releases that the page may use, one for each element and class.

    What two classes of an element both want is told once.
    """
    if drawn_by_script:
        raise Inapplicable("scripts have changed the components since they were written")
    majors = frozenset(str(major) for major in govuk_version.majors)
    found: dict[tuple[int, str, str], Breach] = {}
    for name, nodes in govuk_classes.items():
        wanted = demands(name, majors)
        for node in nodes if wanted else ():
            broken = next(_broken(node, wanted), None)
            if broken:
                found.setdefault((node.mem_id, *broken), Breach(node, name, *broken))
    return tuple(found.values())


@cache
def demands(name: str, majors: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """What holds for a class in every one of these major versions that knows it, as (kind, wanted)."""
    known = majors & frozenset(known_classes().get(name, ""))
    said = _facts().get(name, {})
    return tuple(fact for fact in sorted(said, key=lambda f: ORDER.index(f[0])) if known and known <= said[fact])


@cache
def known_classes() -> dict[str, str]:
    """The major versions that know a class, as digits, by class."""
    return json.loads((DATA / "govuk_classes.json").read_text("utf-8"))["classes"]


@cache
def _facts() -> dict[str, dict[tuple[str, str], frozenset[str]]]:
    found: dict[str, dict[tuple[str, str], frozenset[str]]] = {}
    for name, kind, value, majors in json.loads((DATA / "govuk_components.json").read_text("utf-8"))["facts"]:
        found.setdefault(name, {})[kind, value] = frozenset(majors)
    return found


def _broken(node: LexborNode, wanted: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for kind, value in wanted:
        if kind == "tag":
            if not _is_tag(node, value):
                yield "plain-tag" if {node.tag, value} <= PLAIN_TAGS else "tag", value
        elif not _HOLDS[kind](node, value):
            yield kind, value


def _is_tag(node: LexborNode, tag: str) -> bool:
    if tag == "heading":
        return node.tag in HEADINGS
    return node.tag == tag or (tag == "div" and node.tag in CONTAINERS)


def _has_value(node: LexborNode, pair: str) -> bool:
    name, _, value = pair.partition("=")
    written = node.attributes.get(name)
    return name in node.attributes and (written or "").strip().lower() == value.lower()


def _has_parent(node: LexborNode, name: str) -> bool:
    return node.parent is not None and has_class(node.parent, name)


_HOLDS = {
    "value": _has_value,
    "attribute": lambda node, name: name in node.attributes,
    "parent": _has_parent,
    "within": lambda node, name: any(has_class(above, name) for above in ancestors(node)),
    "holds": lambda node, name: node.css_first("." + name) is not None,
    "holds-tag": lambda node, tag: node.css_first(tag) is not None,
    "with": lambda node, name: name in classes(node),
}
