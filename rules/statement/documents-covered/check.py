"""Look whether a site that offers documents has a word on them in its statement."""

import re
from collections.abc import Iterator
from dataclasses import replace

from govlint import CantTell, Each, Passed, Verdict
from govlint.facts.documents import belong_together
from govlint.facts.formats import FORMATS, SHEET, SLIDES, TEXT
from govlint.facts.statement import Statement

WORD = re.compile(r"\b(pdfs?|documents?|spreadsheets?|downloads?|word)\b|ogfen", re.IGNORECASE)
READ = (TEXT, SHEET, SLIDES)


def check(statement: Each[Statement], document_links: Each[tuple]) -> Iterator[Verdict]:
    found = {
        link.url: link.format
        for page, links in document_links.items()
        for link in links
        if FORMATS[link.format].kind in READ and belong_together(link.url, page)
    }
    if not found:
        return
    formats = ", ".join(sorted(set(found.values())))
    for url, said in statement.items():
        place = replace(said.at, url=url)
        yield Passed(place, "said") if WORD.search(said.text) else CantTell(place, "unsaid", count=len(found), formats=formats)
