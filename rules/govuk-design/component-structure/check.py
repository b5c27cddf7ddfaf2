"""Tell of components that lack what all official examples have."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import GROUPS, Breach
from govlint.facts.place import at

# These have rules of their own that say more.
OWN_RULES = ("govuk-back-link", "govuk-tag", "govuk-skip-link", "govuk-table__header")


def check(component_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = [breach for breach in component_breaches if is_of_structure(breach)]
    if not told:
        yield Passed("html", "built")
    for breach in told:
        said = {"name": breach.name, "wanted": in_words(breach.wanted)}
        yield Failed(at(breach.node), breach.kind, tag=breach.node.tag, **said)


def is_of_structure(breach: Breach) -> bool:
    return breach.name not in OWN_RULES and breach.kind in GROUPS[0] and "data-module" not in breach.wanted


def in_words(wanted: str) -> str:
    return wanted.replace("=", " ").replace("|", " or ").strip()
