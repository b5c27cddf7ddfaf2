"""Compare the phase banners of all pages."""

from collections import Counter
from collections.abc import Iterator

from govlint import Each, Failed, Passed, Verdict


def check(govuk_phase: Each[str]) -> Iterator[Verdict]:
    phases = Counter(phase.lower() for phase in govuk_phase.values())
    for url, phase in govuk_phase.items():
        common, pages = next(iter(phases.most_common()))
        if phase.lower() == common:
            yield Passed(url, "same")
        elif pages > 1:
            yield Failed(url, "other", phase=phase, common=common)
