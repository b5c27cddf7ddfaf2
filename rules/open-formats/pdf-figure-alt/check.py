"""Count the figures in the tags that say nothing."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if not pdf.tagged or not pdf.structure.figures:
        return
    said = {"count": pdf.structure.figures, "bare": pdf.structure.figures_without_alternative}
    if said["bare"] and pdf.old:
        yield CantTell("", "old", **said, changed=pdf.changed)
    elif said["bare"]:
        yield Failed("", "bare", **said)
    elif not pdf.structure.whole:
        yield CantTell("", "cut")
    else:
        yield Passed("", "described", **said)
