"""Say whether a PDF can be read, and whether it had to be repaired for that."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport


def check(opened_pdf: PdfReport) -> Iterator[Verdict]:
    if opened_pdf.needs_password:
        return
    if opened_pdf.error:
        yield Failed("", "broken", error=opened_pdf.error)
    elif opened_pdf.damage:
        yield CantTell("", "damaged", damage=opened_pdf.damage)
    else:
        yield Passed("", "opens", pages=opened_pdf.pages.count)
