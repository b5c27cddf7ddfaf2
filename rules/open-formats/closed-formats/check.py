"""Look for files of one maker's format that have no open copy on the same page."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import name_of
from govlint.facts.offers import OF_ONE_MAKER, Offer


def check(offers: tuple[Offer, ...]) -> Iterator[Verdict]:
    for offer in offers:
        link = offer.download
        if link.format not in OF_ONE_MAKER:
            continue
        said = {"name": link.stem, "format": name_of(link.format)}
        if offer.open_copies:
            yield Passed(link.at, "has-open-copy", **said, open=" and ".join(offer.open_copies))
        else:
            yield Failed(link.at, "closed-only", **said, open=OF_ONE_MAKER[link.format])
