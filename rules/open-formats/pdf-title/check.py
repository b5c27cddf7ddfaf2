"""Read the title of the metadata, and whether viewers are told to show it."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if not pdf.title:
        yield Failed("", "missing")
    elif not pdf.shows_title:
        yield Failed("", "hidden", title=pdf.title)
    else:
        yield Passed("", "titled", title=pdf.title)
