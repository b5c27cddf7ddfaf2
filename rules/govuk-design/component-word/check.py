"""Tell of attributes of components whose value no browser knows."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import Breach
from govlint.facts.place import at


def check(component_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = [breach for breach in component_breaches if breach.kind == "word"]
    if not told:
        yield Passed("html", "known")
    for breach in told:
        yield Failed(at(breach.node), "unknown", name=breach.name, value=breach.wanted, tag=breach.node.tag)
