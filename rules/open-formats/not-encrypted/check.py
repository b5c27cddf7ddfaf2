"""Say whether a password stands before the document."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict


def check(locked: bool) -> Iterator[Verdict]:
    yield Failed("", "locked") if locked else Passed("", "open")
