"""Compare the page's classes with those of the release that it uses."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.design_systems import known_classes
from govlint.facts.place import at


def check(nhsuk_classes: dict, nhsuk_major: int) -> Iterator[Verdict]:
    known = known_classes("nhsuk")
    removed = [name for name in nhsuk_classes if name in known and last_major(known[name]) < nhsuk_major]
    if not removed:
        yield Passed("html", "current")
    for name in removed:
        yield Failed(at(nhsuk_classes[name][0]), "removed", name=name, major=last_major(known[name]) + 1)


def last_major(majors: frozenset[str]) -> int:
    return max(map(int, majors))
