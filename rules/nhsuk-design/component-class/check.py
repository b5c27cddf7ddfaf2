"""Tell of elements in an NHS component that lack the class which they have in all official examples."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import Breach, of_kinds
from govlint.facts.place import at


def check(nhsuk_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = of_kinds(nhsuk_breaches, "own")
    if not told:
        yield Passed("html", "all")
    for breach in told:
        yield Failed(at(breach.node), "without", tag=breach.node.tag, name=breach.name, wanted=breach.words)
