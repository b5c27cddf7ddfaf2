"""Tell of components whose script will not find them."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import Breach
from govlint.facts.place import at, attributes

# A button does its work without its script, which only stops double clicks.
WITHOUT_LOSS = ("govuk-button",)


def check(component_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = [b for b in component_breaches if b.wanted.startswith("data-module") and b.name not in WITHOUT_LOSS]
    if not told:
        yield Passed("html", "there")
    for breach in told:
        said = {"name": breach.name, "module": breach.wanted.partition("=")[2]}
        found = attributes(breach.node).get("data-module")
        if found:
            yield Failed(at(breach.node), "other", found=found, **said)
        else:
            yield Failed(at(breach.node), "missing", **said)
