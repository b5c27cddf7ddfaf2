"""Tell of parts of components that point at nothing, or that nothing points at."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import GROUPS, Breach
from govlint.facts.place import at, attributes

# These have rules of their own that say more.
OWN_RULES = ("govuk-hint", "govuk-error-message", "govuk-radios__hint", "govuk-checkboxes__hint")


def check(component_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = [breach for breach in component_breaches if breach.kind in GROUPS[3] and breach.name not in OWN_RULES]
    if not told:
        yield Passed("html", "tied")
    for breach in told:
        said = {"name": breach.name, "wanted": breach.wanted, "value": attributes(breach.node).get(breach.wanted, "")}
        yield Failed(at(breach.node), breach.kind, **said)
