"""Look for old binary Office files that have no open copy on the same page."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import name_of
from govlint.facts.offers import Offer

OPEN = {
    "doc": "odt or HTML", "dot": "ott", "xls": "csv or ods", "xlt": "ots", "ppt": "odp or HTML", "pps": "odp or HTML",
    "pub": "PDF or HTML", "wpd": "odt or HTML", "wps": "odt or HTML", "vsd": "svg or odg",
}  # fmt: skip


def check(offers: tuple[Offer, ...]) -> Iterator[Verdict]:
    for offer in offers:
        link = offer.download
        if link.format not in OPEN:
            continue
        said = {"name": link.stem, "format": name_of(link.format)}
        if offer.open_copies:
            yield Passed(link.at, "has-open-copy", **said, open=" and ".join(offer.open_copies))
        else:
            yield Failed(link.at, "legacy-only", **said, open=OPEN[link.format])
