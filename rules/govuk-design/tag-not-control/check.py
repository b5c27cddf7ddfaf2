"""Look at what tags are made of."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for node in govuk_classes.get("govuk-tag", ()):
        role = attributes(node).get("role")
        if node.tag in ("a", "button", "input") or role in ("button", "link"):
            yield Failed(at(node), "control", text=words(node), tag=role or node.tag)
        else:
            yield Passed(at(node), "plain")
