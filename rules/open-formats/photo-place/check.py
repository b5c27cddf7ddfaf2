"""Look for a place in the metadata of a picture."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.photo import Photo


def check(photo: Photo) -> Iterator[Verdict]:
    if photo.place:
        yield Failed("", "place")
    else:
        yield Passed("", "none")
