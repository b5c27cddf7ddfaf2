"""Tell of parts of NHS components that point at nothing, or that nothing points at."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import Breach, dangling
from govlint.facts.place import at


def check(nhsuk_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = tuple(dangling(nhsuk_breaches))
    if not told:
        yield Passed("html", "tied")
    for breach, said in told:
        yield Failed(at(breach.node), breach.kind, **said)
