"""Read which hosts a first visit called, on a clean profile, with nothing pressed."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.trackers import Told


def check(told: tuple[Told, ...]) -> Iterator[Verdict]:
    for one in told:
        if one.sure:
            yield Failed("", "called", company=one.company, host=one.host)
        else:
            yield CantTell("", "manager", company=one.company)
    if not told:
        yield Passed("", "silent")
