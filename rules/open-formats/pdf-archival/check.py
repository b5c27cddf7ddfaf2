"""Read which part of PDF/A is claimed."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    claim = pdf.xmp.archive
    if not claim:
        yield Failed("", "plain")
    elif claim[0] in "12":
        yield Passed("", "archival", claim=claim)
    else:
        yield Failed("", "part", claim=claim)
