"""Walk down the headings of the tags; a step may go down one level, and up any number."""

from collections.abc import Iterator
from itertools import pairwise

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.pdf import PdfReport

LONG = 20  # pages; the length from which public bodies' own guidance asks for a table of contents


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if not pdf.tagged:
        return
    levels = pdf.structure.headings
    if not levels and pdf.pages.count > LONG and pdf.structure.whole:
        yield Failed("", "none", pages=pdf.pages.count)
    # A heading without a level (PDF's H) takes its level from where it stands.
    skips = [(number, level, to) for number, (level, to) in enumerate(pairwise(levels), 2) if level and to > level + 1]
    for number, level, to in skips[:1]:
        yield Failed(Place(f"heading {number}"), "skip", level=level, to=to, right=level + 1)
    if levels and not skips:
        yield Passed("", "in-order", count=len(levels))
