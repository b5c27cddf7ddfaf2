"""Read the language of the catalogue, or of all branches of the structure."""

import re
from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport

# A primary language and its subtags, as RFC 5646 spells them; x- and i- are its private and old ones.
TAG = re.compile(r"(?:[A-Za-z]{2,3}|[xi])(?:-[A-Za-z0-9]{1,8})*")


def check(pdf: PdfReport) -> Iterator[Verdict]:
    structure = pdf.structure
    below = structure.languages if structure and structure.all_top_have_language else ()
    language = pdf.language or ", ".join(below)

    if not language and pdf.old:
        yield CantTell("", "old", changed=pdf.changed)
    elif not language:
        yield Failed("", "missing")
    elif pdf.language and not TAG.fullmatch(pdf.language):
        yield Failed("", "malformed", language=pdf.language)
    else:
        yield Passed("", "said", language=language)
