"""Look for the words or the link of a licence on a page with data."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.documents import belong_together
from govlint.facts.formats import DATA, DATABASE, FORMATS, PLACE, SHEET
from govlint.facts.place import words

KINDS = (DATA, DATABASE, PLACE, SHEET)
LICENCE = re.compile(r"\blicen[cs]|\bcopyright\b|\bpublic domain\b|\btrwydded|\bhawlfraint", re.IGNORECASE)


def check(dom: LexborHTMLParser, downloads: tuple, url: str) -> Iterator[Verdict]:
    data = [d for d in downloads if FORMATS[d.format].kind in KINDS and belong_together(d.url, url)]
    if not data:
        return
    if dom.css('[rel~="license" i]') or LICENCE.search(words(dom.body)):
        yield Passed(data[0].at, "named")
    else:
        yield Failed(data[0].at, "none")
