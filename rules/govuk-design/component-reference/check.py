"""Tell of parts of components that point at nothing, or that nothing points at."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import Breach, dangling
from govlint.facts.place import at

# These have rules of their own that say more.
OWN_RULES = ("govuk-hint", "govuk-error-message", "govuk-radios__hint", "govuk-checkboxes__hint")


def check(component_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = [(breach, said) for breach, said in dangling(component_breaches) if breach.name not in OWN_RULES]
    if not told:
        yield Passed("html", "tied")
    for breach, said in told:
        yield Failed(at(breach.node), breach.kind, **said)
