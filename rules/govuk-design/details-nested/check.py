"""Look for what opens inside something that opens."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import ancestors, has_class
from govlint.facts.place import at

OPENING = ("govuk-details", "govuk-accordion")


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for node in govuk_classes.get("govuk-details", ()):
        if any(has_class(above, "govuk-details") for above in ancestors(node)):
            yield Failed(at(node), "details")
    for node in govuk_classes.get("govuk-accordion", ()):
        if any(has_class(above, *OPENING) for above in ancestors(node)):
            yield Failed(at(node), "accordion")
