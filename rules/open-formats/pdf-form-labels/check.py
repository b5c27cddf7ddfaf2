"""Look for fields without a tooltip; a name in words may do in its place."""

import re
from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport

# Two words of letters: somebody wrote it for people, as in “Date of birth”.
WORDS = re.compile(r"[^\W\d_]{2,} +[^\W\d_]{2,}")


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if not pdf.fields:
        return
    bare = [field for field in pdf.fields if not field.label]
    nameless = [field for field in bare if not WORDS.search(field.name)]
    said = {"count": len(pdf.fields), "bare": len(nameless)}
    if nameless and pdf.old:
        yield CantTell("", "old", **said, changed=pdf.changed)
    elif nameless:
        yield Failed("", "bare", **said, name=nameless[0].name)
    elif bare:
        yield CantTell("", "name", name=bare[0].name)
    else:
        yield Passed("", "labelled", **said)
