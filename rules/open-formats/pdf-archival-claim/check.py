"""Hold a claim of PDF/A against what can be seen."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    claim = pdf.xmp.archive
    if not claim:
        return
    if pdf.pages.missing_fonts:
        yield Failed("", "fonts", claim=claim, font=pdf.pages.missing_fonts[0])
    if pdf.encrypted:
        yield Failed("", "encrypted", claim=claim)
    if pdf.script:
        yield Failed("", "script", claim=claim)
    if pdf.xfa:
        yield Failed("", "xfa", claim=claim)
    if claim.endswith("a") and not pdf.tagged:
        yield Failed("", "untagged", claim=claim)
