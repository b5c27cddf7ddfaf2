"""Look up each nhsuk- class among those of all releases."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.design_systems import unknown_classes
from govlint.facts.place import at


def check(nhsuk_classes: dict) -> Iterator[Verdict]:
    unknown = tuple(unknown_classes(nhsuk_classes, "nhsuk"))
    if not unknown:
        yield Passed("html", "known")
    for name, nearest in unknown:
        place = at(nhsuk_classes[name][0])
        yield Failed(place, "misspelt", name=name, nearest=nearest) if nearest else CantTell(place, "own", name=name)
