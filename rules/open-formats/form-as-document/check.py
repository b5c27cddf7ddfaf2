"""Count the fields of a PDF form."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.pdf import PdfReport

# One field may be a signature or a search box of the publisher's making.
FEWEST = 2


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if len(pdf.fields) >= FEWEST:
        yield Failed("", "form", count=len(pdf.fields))
