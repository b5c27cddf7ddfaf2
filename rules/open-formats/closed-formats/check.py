"""Look for files of one maker's format that have no open copy on the same page."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import name_of
from govlint.facts.offers import Offer

OPEN = {
    "mdb": "csv", "accdb": "csv", "sav": "csv", "dta": "csv", "sas7bdat": "csv", "dwg": "dxf or svg", "rar": "zip",
    "msg": "eml or txt", "pst": "eml", "mpp": "csv or PDF", "mobi": "epub", "xps": "PDF",
    "wma": "mp3", "wmv": "mp4", "flv": "mp4", "avi": "mp4", "mov": "mp4",
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
            yield Failed(link.at, "closed-only", **said, open=OPEN[link.format])
