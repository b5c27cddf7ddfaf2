"""Count the tables in the tags that have no TH."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if not pdf.tagged or not pdf.structure.tables:
        return
    said = {"count": pdf.structure.tables, "bare": pdf.structure.tables_without_headers}
    if said["bare"]:
        yield Failed("", "bare", **said)
    elif not pdf.structure.whole:
        yield CantTell("", "cut")
    else:
        yield Passed("", "headed", **said)
