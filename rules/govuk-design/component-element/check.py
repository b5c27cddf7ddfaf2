"""Tell of parts that are on another element, where both elements say nothing of themselves."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import Breach, of_kinds
from govlint.facts.place import at


def check(component_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = of_kinds(component_breaches, "plain-tag")
    if not told:
        yield Passed("html", "same")
    for breach in told:
        yield Failed(at(breach.node), "other", name=breach.name, tag=breach.node.tag, wanted=breach.wanted)
