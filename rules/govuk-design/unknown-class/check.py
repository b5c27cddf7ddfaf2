"""Look up each govuk- class among those of all releases."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.design_systems import unknown_classes
from govlint.facts.place import at

# Other official products give out these.
OTHER_PRODUCTS = ("govuk-prototype-kit", "govuk-environment", "govuk-tech-docs")


def check(govuk_classes: dict) -> Iterator[Verdict]:
    unknown = tuple(unknown_classes(govuk_classes, others=OTHER_PRODUCTS))
    if not unknown:
        yield Passed("html", "known")
    for name, nearest in unknown:
        place = at(govuk_classes[name][0])
        yield Failed(place, "misspelt", name=name, nearest=nearest) if nearest else CantTell(place, "own", name=name)
