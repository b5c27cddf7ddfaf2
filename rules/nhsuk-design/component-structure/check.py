"""Tell of NHS components that lack what all official examples have."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import GROUPS, Breach
from govlint.facts.place import at


def check(nhsuk_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = [breach for breach in nhsuk_breaches if breach.kind in GROUPS[0]]
    if not told:
        yield Passed("html", "built")
    for breach in told:
        yield Failed(at(breach.node), breach.kind, name=breach.name, tag=breach.node.tag, wanted=wanted(breach))


def wanted(breach: Breach) -> str:
    """What is wanted, in words."""
    if breach.kind == "tag":
        return " or ".join(breach.wanted.split("|"))
    return breach.wanted.replace("=", " ").strip() if breach.kind == "value" else breach.wanted
