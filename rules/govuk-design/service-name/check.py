"""Look for the name of the service in header and service navigation."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import in_main
from govlint.facts.place import at, words

PRODUCT = ".govuk-header__product-name"
# The start page and the guides of GOV.UK lead to services and belong to none.
OF_GOVUK = ("govuk-button--start", "govuk-breadcrumbs")


def check(govuk_classes: dict, govuk_service_name: str = "") -> Iterator[Verdict]:
    for header in govuk_classes.get("govuk-header", ()):
        if govuk_service_name or any(words(product) for product in header.css(PRODUCT)):
            yield Passed(at(header), "named")
        elif not in_main(header) and not any(name in govuk_classes for name in OF_GOVUK):
            yield Failed(at(header), "unnamed")
