"""What all official examples of a class have in common.

A fact is (class, kind, value). Kinds: `tag`; `attribute` (it is there); `value` ("name=value"); `parent` and `within`
(a class on the parent, on an element around); `holds` and `holds-tag` (a class, a form or table element, inside);
`with` (a second class on the same element). The class may have a tag before it ("a.govuk-button"): what holds for it on such an
element. What elements have to do with each other beyond this is in `tools/relations.py`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

sys.path.insert(0, str(Path(__file__).resolve().parent))

from relations import relations_of  # noqa: E402

Fact = tuple[str, str, str]

BEM = re.compile(r"(?:govuk|nhsuk)-[a-z0-9]+(?:-[a-z0-9]+)*(?:__[a-z0-9]+(?:-[a-z0-9]+)*)?")
# Classes that anything may have: type, lists, links, layout, hooks for scripts.
ANYWHERE = re.compile(
    r"(?:govuk|nhsuk)-(?:body|heading|caption|list|link|grid|width-container|main-wrapper|section-break|visually-hidden|js-|[!u]-|template"
    r"|frontend|skip-link__|clearfix|button-group|logo)"
)
LINK = re.compile(r"(?:govuk|nhsuk)-link")
# What stands in one of these in all examples stands in one everywhere.
AROUND = ("govuk-form-group", "nhsuk-form-group")
HELD_TAGS = frozenset(
    "input button select textarea label legend fieldset table thead tbody caption summary nav dl dt dd form".split()
)
VALUES = frozenset(
    "type role data-module inputmode scope aria-hidden aria-live aria-atomic tabindex draggable spellcheck".split()
)
# What an example was given as an option, or what belongs to a drawing.
PASSED_OVER = frozenset(
    "class style value title lang dir checked selected disabled open rows autocomplete pattern autocapitalize "
    "xmlns viewbox width height fill focusable d maxlength".split()
)
# What all examples have by chance: (class, kind, value), each a pattern for the whole of it.
BY_CHANCE = tuple(
    tuple(re.compile(part) for part in line)
    for line in (
        # Headers and footers differ from one organisation to the next.
        (r"(?:govuk|nhsuk)-(header|footer)(?!__homepage-link)(__.*)?", r"holds", r".*"),
        # What is put into these is up to the service.
        (r"(?:govuk|nhsuk)-notification-banner(__.*)?", r"holds|parent", r"(?:govuk|nhsuk)-notification-banner__(heading|content)"),
        (r"(?:govuk|nhsuk)-summary-card(__.*)?", r"holds-tag", r".*"),
        (r"(?:govuk|nhsuk)-(radios|checkboxes)__conditional", r"holds-tag", r".*"),
        (r"(?:govuk|nhsuk)-form-group", r"holds-tag", r".*"),
        (r"(?:govuk|nhsuk)-service-navigation__inlining-container", r"holds|holds-tag", r".*"),
        # A list of tasks of which none can be started yet, a page in one language alone.
        (r"(?:govuk|nhsuk)-task-list", r"holds", r"(?:govuk|nhsuk)-task-list__link"),
        (r"(?:govuk|nhsuk)-language-navigation(__.*)?", r"holds", r".*__text"),
        # Cells stand in the head and the foot of a table too.
        (r"(?:govuk|nhsuk)-table__cell", r"within", r"(?:govuk|nhsuk)-table__body"),
        # A slot for any content, or what an organisation fills as it likes.
        (r"(?:govuk|nhsuk)-notification-banner__content", r"own", r".*"),
        (r"(?:govuk|nhsuk)-(error-message|button)", r"own", r"span=.*"),
        (r"(?:govuk|nhsuk)-(header|footer)(__(content|container|meta|meta-item|navigation|section))?", r"own", r".*"),
        (r"nhsuk-(card__content|hero__.*|table__(panel.*|header)|header.*|do-dont-list|warning-callout|panel|image|breadcrumb)", r"own", r".*"),
        # A class that is told with its tag is on that tag.
        (r"(a|button)\..*", r"tag", r".*"),
        # The rule button-link says more of this.
        (r"a\.(?:govuk|nhsuk)-button", r"attribute|value", r"(role|draggable).*"),
        # Nothing points at this id.
        (r"(?:govuk|nhsuk)-date-input", r"attribute", r"id"),
    )
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def invariants_of(releases: list[dict[str, list[dict]]]) -> Iterator[Fact]:
    """The facts that hold for every element of a class in every example of all these releases."""
    common: dict[str, set[tuple[str, str]]] = {}
    for release in releases:
        for fixtures in release.values():
            for fixture in fixtures:
                for name, facts in _facts_of(fixture["html"]):
                    common[name] = common[name] & facts if name in common else facts
    common = {name: facts - common.get(name.partition(".")[2], set()) for name, facts in common.items()}
    for fact in relations_of(releases, names_of, _counts):
        common.setdefault(fact[0], set()).add(fact[1:])
    for name, facts in sorted(common.items()):
        for kind, value in sorted(facts):
            if not is_by_chance(name, kind, value):
                yield name, kind, value


def is_by_chance(name: str, kind: str, value: str) -> bool:
    """Whether examples share this for no reason of the component."""
    return any(all(p.fullmatch(t) for p, t in zip(line, (name, kind, value), strict=True)) for line in BY_CHANCE)


def without_repeats(facts: dict[Fact, set[str]]) -> dict[Fact, set[str]]:
    """The facts, by the majors they hold in, without those that a stronger one says in the same majors.

    A value says that the attribute is there; a parent that something is around, and so does what is around the parent.
    """
    return {fact: majors for fact, majors in facts.items() if not any(majors <= facts[s] for s in _stronger(fact, facts))}


def _stronger(fact: Fact, facts: dict[Fact, set[str]]) -> Iterator[Fact]:
    name, kind, value = fact
    own = [other for other in facts if other[0] == name]
    if kind == "attribute":
        yield from (other for other in own if other[1] == "value" and other[2].startswith(value + "="))
    if kind != "within":
        return
    for _, other, parent in own:
        if other == "parent":
            around = [(name, "parent", parent)] if parent == value else []
            around += [f for f in ((parent, "parent", value), (parent, "within", value)) if f in facts]
            yield from (f for f in around if facts[fact] <= facts[name, "parent", parent])


def bem_classes(node: LexborNode) -> list[str]:
    """The block and element classes of a node: no modifiers, nothing that may stand anywhere."""
    names = (node.attributes.get("class") or "").split()
    return [name for name in names if BEM.fullmatch(name) and not ANYWHERE.match(name)]


def names_of(node: LexborNode) -> list[str]:
    """The classes of a node that facts are told of: those of components and their parts, and that of a link."""
    return bem_classes(node) + [name for name in (node.attributes.get("class") or "").split() if LINK.fullmatch(name)]


def _counts(name: str, other: str) -> bool:
    """Whether a class of an element in another one says that it is a part of it."""
    if "--" in other or re.match(r"[a-z]+-[!u]-", other):
        return False
    return bool(LINK.fullmatch(other)) or other.endswith("-visually-hidden") or "uk-js-" in other or (
        bool(BEM.fullmatch(other)) and block(other) == block(name)
    )


def block(name: str) -> str:
    """The component that a class belongs to."""
    return name.partition("__")[0]


def _facts_of(html: str) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    tree = LexborHTMLParser(f"<!doctype html><body>{html}</body>")
    for node in tree.body.css("[class]"):
        if any(above.tag == "svg" for above in _above(node)):
            continue
        for name in names_of(node):
            facts = set(_facts(node, name))
            yield name, facts
            if node.tag in ("a", "button"):
                yield f"{node.tag}.{name}", facts


def _facts(node: LexborNode, name: str) -> Iterator[tuple[str, str]]:
    yield "tag", "heading" if node.tag in HEADINGS else node.tag
    if LINK.fullmatch(name):
        yield from (("attribute", key) for key in node.attributes if key == "href")
        return
    for key, value in node.attributes.items():
        if key.lower() in PASSED_OVER or (key.startswith("data-") and key != "data-module"):
            continue
        yield "attribute", key
        if key in VALUES:
            yield "value", f"{key}={value or ''}"
    around = list(_above(node))
    if around:
        yield from (("parent", other) for other in _same_block(around[0], name))
    yield from (("within", other) for above in around for other in _same_block(above, name))
    yield from (("within", n) for above in around for n in bem_classes(above) if n in AROUND and n != name)
    for inner in node.css("*"):
        if inner.mem_id == node.mem_id:
            continue
        yield from (("holds", other) for other in _same_block(inner, name))
        if inner.tag in HELD_TAGS:
            yield "holds-tag", inner.tag
    yield from (("with", other) for other in bem_classes(node) if other != name)


def _same_block(node: LexborNode, name: str) -> Iterable[str]:
    return (other for other in bem_classes(node) if block(other) == block(name) and other != name)


def _above(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None and above.is_element_node and above.tag not in ("body", "html"):
        yield above
        above = above.parent
