"""Look at what the start button is made of."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for node in govuk_classes.get("govuk-button--start", ()):
        written = attributes(node)
        if node.tag != "a":
            yield Failed(at(node), "no-link", tag=node.tag)
        elif not written.get("href", "").strip():
            yield Failed(at(node), "no-address")
        elif written.get("role") != "button":
            yield Failed(at(node), "no-role")
        else:
            yield Passed(at(node), "acts")
