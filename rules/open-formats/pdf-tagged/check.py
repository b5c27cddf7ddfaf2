"""Look whether there are tags, whether the PDF owns up to them, and how old it is."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if pdf.tagged:
        yield Passed("", "tagged")
    elif pdf.old:
        yield CantTell("", "old", changed=pdf.changed)
    elif pdf.structure is None:
        yield Failed("", "untagged")
    elif not pdf.structure.elements:
        yield Failed("", "empty")
    else:
        yield Failed("", "unmarked")
