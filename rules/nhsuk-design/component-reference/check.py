"""Tell of parts of NHS components that point at nothing, or that nothing points at."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import GROUPS, Breach
from govlint.facts.place import at, attributes


def check(nhsuk_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = [breach for breach in nhsuk_breaches if breach.kind in GROUPS[3]]
    if not told:
        yield Passed("html", "tied")
    for breach in told:
        said = {"name": breach.name, "wanted": breach.wanted, "value": attributes(breach.node).get(breach.wanted, "")}
        yield Failed(at(breach.node), breach.kind, **said)
