"""Look for a file of the same name, in an open format, on the same page."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import name_of
from govlint.facts.offers import Offer

# The older formats of Office are closed too; the rule legacy-office sees to them.
OPEN = {
    "docx": "odt or HTML", "docm": "odt or HTML", "dotx": "ott", "xlsx": "csv or ods", "xlsm": "csv or ods",
    "xlsb": "csv or ods", "xltx": "ots", "pptx": "odp or HTML", "ppsx": "odp or HTML", "pptm": "odp or HTML",
    "vsdx": "svg or odg", "pages": "odt or HTML", "numbers": "csv or ods", "key": "odp or HTML",
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
