"""Look for an XFA form."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if pdf.xfa:
        yield Failed("", pdf.xfa)
