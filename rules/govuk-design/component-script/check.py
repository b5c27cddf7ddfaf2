"""Tell of components whose script will not find them."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.components import Breach
from govlint.facts.place import at, attributes

# What the script of a component works on, where not all of the kind have it.
WORK = {
    "govuk-radios": "[data-aria-controls], [data-behaviour]",
    "govuk-checkboxes": "[data-aria-controls], [data-behaviour]",
}
# A button does its work without its script, which only stops double clicks.
WITHOUT_LOSS = ("govuk-button", "govuk-exit-this-page__button", "govuk-password-input__toggle")


def check(component_breaches: tuple[Breach, ...]) -> Iterator[Verdict]:
    told = [b for b in component_breaches if b.wanted.startswith("data-module") and is_missed(b)]
    if not told:
        yield Passed("html", "there")
    for breach in told:
        said = {"name": breach.name, "module": breach.wanted.partition("=")[2]}
        found = attributes(breach.node).get("data-module")
        if found:
            yield Failed(at(breach.node), "other", found=found, **said)
        else:
            yield Failed(at(breach.node), "missing", **said)


def is_missed(breach: Breach) -> bool:
    """Whether a component does less without its script."""
    if breach.name in WITHOUT_LOSS:
        return False
    return breach.name not in WORK or breach.node.css_first(WORK[breach.name]) is not None
