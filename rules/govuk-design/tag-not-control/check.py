"""Look at what tags are made of."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words


def check(govuk_classes: dict) -> Iterator[Verdict]:
    tags = govuk_classes.get("govuk-tag", ())
    controls = [node for node in tags if kind_of(node)]
    for node in controls:
        yield Failed(at(node), "control", text=words(node), tag=kind_of(node))
    if tags and not controls:
        yield Passed("html", "plain")


def kind_of(node) -> str:
    """What kind of control an element is; empty if it is none."""
    role = attributes(node).get("role", "")
    return role if role in ("button", "link") else node.tag if node.tag in ("a", "button", "input") else ""
