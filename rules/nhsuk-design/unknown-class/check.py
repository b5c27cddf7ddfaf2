"""Look up each nhsuk- class among those of all releases."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.design_systems import known_classes
from govlint.facts.place import at

# Alike enough to be a slip: one or two letters in a name of common length.
ALIKE = 0.88


def check(nhsuk_classes: dict) -> Iterator[Verdict]:
    unknown = [name for name in nhsuk_classes if name not in known_classes("nhsuk")]
    if not unknown:
        yield Passed("html", "known")
    for name in unknown:
        place = at(nhsuk_classes[name][0])
        if nearest(name):
            yield Failed(place, "misspelt", name=name, nearest=nearest(name))
        else:
            yield CantTell(place, "own", name=name)


@cache
def nearest(name: str) -> str:
    return next(iter(get_close_matches(name, known_classes("nhsuk"), cutoff=ALIKE)), "")
