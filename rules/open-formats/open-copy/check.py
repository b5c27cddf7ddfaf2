"""Look for a file of the same name, in an open format, on the same page."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import name_of
from govlint.facts.offers import OFFICE, Offer


def check(offers: tuple[Offer, ...]) -> Iterator[Verdict]:
    for offer in offers:
        link = offer.download
        if link.format not in OFFICE:
            continue
        said = {"name": link.stem, "format": name_of(link.format)}
        if offer.open_copies:
            yield Passed(link.at, "has-open-copy", **said, open=" and ".join(offer.open_copies))
        else:
            yield Failed(link.at, "closed-only", **said, open=OFFICE[link.format])
