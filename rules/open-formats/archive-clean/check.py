"""Name what a desktop put into the archive unasked."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.archive import Archive


def check(archive: Archive) -> Iterator[Verdict]:
    left = archive.left_by_system
    yield Failed("", "left", count=len(left), name=left[0]) if left else Passed("", "clean")
