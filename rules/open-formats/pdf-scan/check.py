"""Count the pages that are one large picture and not a letter."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport

# From half of the pages on it is a scan; fewer may be maps, photographs or a cover.
SHARE = 0.5


def check(pdf: PdfReport) -> Iterator[Verdict]:
    pages, pictures = pdf.pages, pdf.pages.pictures_only
    said = {"pictures": len(pictures), "looked": pages.looked_at, "pages": ", ".join(map(str, pictures[:10]))}
    described = pdf.tagged and pdf.structure.figures and not pdf.structure.figures_without_alternative
    if not pictures:
        yield Passed("", "text")
    elif described:
        yield CantTell("", "described")
    elif pdf.old:
        yield CantTell("", "old", **said, changed=pdf.changed)
    elif len(pictures) >= SHARE * pages.looked_at:
        yield Failed("", "scan", **said)
    else:
        yield CantTell("", "some", **said)
