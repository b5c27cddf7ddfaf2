"""Look for a page or an editable copy beside each PDF."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.offers import Offer

# Formats that flow with the screen, as a page does.
FLOWING = ("html", "epub", "odt", "txt")
MOST = 3  # links named on one page


def check(offers: tuple[Offer, ...]) -> Iterator[Verdict]:
    failed = 0
    for offer in offers:
        link = offer.download
        if link.format != "pdf":
            continue
        flowing = [form for form in offer.open_copies if form in FLOWING]
        if flowing:
            yield Passed(link.at, "page", name=link.stem, open=" and ".join(flowing))
        elif failed < MOST:
            failed += 1
            yield Failed(link.at, "paper", name=link.stem)
