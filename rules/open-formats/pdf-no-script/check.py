"""Look for scripts of the document itself; those of single fields are left alone."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if pdf.script:
        yield Failed("", "script")
