"""Look for pages with links or fields that do not follow the structure."""

from collections.abc import Iterator

from govlint import Failed, Place, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    pages = pdf.pages.without_tab_order
    if pdf.tagged and pages:
        yield Failed(Place(f"page {pages[0]}"), "unsaid", count=len(pages), page=pages[0])
