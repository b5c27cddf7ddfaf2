"""Ask long documents for an outline."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport

LONG = 20  # pages; no standard gives a number, Lincolnshire County Council's guidance asks above this one


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if pdf.pages.count <= LONG:
        return
    yield Passed("", "outlined", pages=pdf.pages.count) if pdf.outlined else Failed("", "none", pages=pdf.pages.count)
