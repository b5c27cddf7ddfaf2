"""Read the permissions of an encrypted PDF."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if not pdf.encrypted:
        return
    yield Passed("", "allowed") if pdf.lets_assistive_technology_read else Failed("", "forbidden")
