"""Hold a claim of PDF/UA against what can be seen."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if not pdf.xmp.accessible:
        return
    if not pdf.tagged:
        yield Failed("", "untagged")
    if not pdf.language and not (pdf.structure and pdf.structure.all_top_have_language):
        yield Failed("", "language")
    if not (pdf.title and pdf.shows_title):
        yield Failed("", "title")
