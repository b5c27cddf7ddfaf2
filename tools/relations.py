"""How the elements of all official examples stand to each other: what a class holds, who points at whom.

A fact is (class, kind, value), beside those of `tools/invariants.py`: `own` ("tag=class": each such element in it, with no other
component or part between, has the class, or one of several), `filled` (it is never empty), `points` (what this attribute names is there), `pointed`
(an element names its id in this attribute), `one-name` (all controls of this class in it have one name), `tag` with several tags.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

Fact = tuple[str, str, str]
Names = Callable[[LexborNode], list[str]]
Counts = Callable[[str, str], bool]

POINTING = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls")
# These are cut out of a form: what they point at, or what points at them, is not there.
FRAGMENTS = frozenset(("hint", "label", "error-message", "error-summary", "skip-link", "fieldset"))
# Fewer examples may be alike by chance.
ENOUGH = 2
MOST_TAGS = 3
CONTROLS = frozenset("input select textarea label legend button".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
VOID = frozenset("input img br hr".split())


class Tally:
    """What was seen of each class in the examples of some releases."""

    def __init__(self) -> None:
        self.tags: dict[str, set[str]] = defaultdict(set)
        self.own: dict[tuple[str, str], list[tuple[frozenset[str], bool]]] = defaultdict(list)
        self.filled: dict[str, bool] = {}
        self.points: dict[tuple[str, str], bool] = {}
        self.pointed: dict[str, frozenset[str]] = {}
        self.names: dict[tuple[str, str], bool] = {}
        self.several: set[tuple[str, str]] = set()

    def read(self, component: str, fixture: dict, names_of: Names, has_pointers: bool) -> None:
        """Take in one example; `names_of` says which classes of an element count."""
        tree = LexborHTMLParser(f"<!doctype html><body>{fixture['html']}</body>")
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        by = defaultdict(set)
        for node in tree.css("*"):
            for key in POINTING:
                for name in (node.attributes.get(key) or "").split():
                    by[name].add(key)
        given = {node.html for text in strings([fixture.get("options"), fixture.get("context")]) for node in LexborHTMLParser(text).css("body *")}
        whole = has_pointers and component not in FRAGMENTS and not fixture.get("hidden")
        for node in tree.body.css("[class]"):
            if any(above.tag == "svg" for above in above_of(node)):
                continue
            for name in names_of(node):
                self._read(node, name, names_of, given)
                if whole:
                    self._read_pointers(node, name, ids, by)

    def _read(self, node: LexborNode, name: str, names_of: Names, given: set[str]) -> None:
        self.tags[name].add(node.tag)
        is_filled = bool((node.text() or "").strip()) or len(node.css("*")) > 1
        self.filled[name] = self.filled.get(name, True) and (is_filled or node.tag in VOID)
        for inner in node.css("*")[1:]:
            if inner.attributes.get("type") == "hidden" or any(a.tag == "svg" for a in above_of(inner)):
                continue
            names = frozenset((inner.attributes.get("class") or "").split())
            if owner_of(inner, names_of) == node.mem_id:
                self.own[name, inner.tag].append((names, inner.html in given))
        named: dict[str, set[str | None]] = defaultdict(set)
        for control in node.css("input[type=radio]"):
            if any("__conditional" in (above.attributes.get("class") or "") for above in above_of(control)):
                continue  # of another question
            for own in (control.attributes.get("class") or "").split():
                named[own].add(control.attributes.get("name"))
        for own, those in named.items():
            self.names[name, own] = self.names.get((name, own), True) and len(those) == 1
            if len(node.css(f".{own}")) > 1:
                self.several.add((name, own))

    def _read_pointers(self, node: LexborNode, name: str, ids: set[str], by: dict[str, set[str]]) -> None:
        for key in POINTING:
            those = (node.attributes.get(key) or "").split()
            if those:
                self.points[name, key] = self.points.get((name, key), True) and ids.issuperset(those)
        mine = frozenset(by.get(node.attributes.get("id") or "", ()))
        self.pointed[name] = self.pointed.get(name, mine) & mine


def relations_of(releases: list[dict[str, list[dict]]], names_of: Names, counts: Counts) -> Iterator[Fact]:
    """The relations that hold in all examples of all these releases; `counts` says which classes of another element count."""
    tally = Tally()
    for release in releases:
        for component, fixtures in release.items():
            for fixture in fixtures:
                # Some examples of early releases name ids that are not there; later ones mended that.
                tally.read(component, fixture, names_of, has_pointers=release is releases[-1])
    yield from ((name, "filled", "something") for name, always in tally.filled.items() if always and tally.tags[name] - VOID)
    yield from ((name, "tag", "|".join(sorted(t))) for name, t in tally.tags.items() if 1 < len(t) <= MOST_TAGS and not t & HEADINGS)
    yield from ((name, "points", key) for (name, key), always in tally.points.items() if always)
    yield from ((name, "pointed", key) for name, keys in tally.pointed.items() for key in sorted(keys))
    yield from ((name, "one-name", own) for (name, own), one in tally.names.items() if one and (name, own) in tally.several)
    for (name, tag), seen in tally.own.items():
        # What an example was given as content says nothing for a fact, but something against it.
        if sum(not is_given for _, is_given in seen) >= ENOUGH:
            yield from ((name, "own", f"{tag}={value}") for value in _shared(name, tag, [names for names, _ in seen], counts))


def _shared(name: str, tag: str, seen: list[frozenset[str]], counts: Counts) -> list[str]:
    shared = sorted(c for c in frozenset.intersection(*seen) if counts(name, c))
    if shared or tag not in CONTROLS:
        return shared
    first = [sorted(c for c in names if counts(name, c) or tag in CONTROLS and "uk-" in c and "--" not in c and "-!-" not in c) for names in seen]
    if not all(first):
        return []
    several = sorted({names[0] for names in first})
    return ["|".join(several)] if len(several) <= MOST_TAGS else []


def above_of(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around an element."""
    above = node.parent
    while above is not None and above.is_element_node:
        yield above
        above = above.parent


def owner_of(node: LexborNode, names_of: Names) -> int | None:
    """The nearest element around this one that is a component or a part of one, by its `mem_id`."""
    return next((above.mem_id for above in above_of(node) if names_of(above)), None)


def strings(value: object) -> Iterator[str]:
    """All texts with markup within the options of an example."""
    if isinstance(value, str) and "<" in value:
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from strings(one)
