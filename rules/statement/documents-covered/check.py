"""Look whether a site that offers documents has a word on them in its statement."""

import re
from collections.abc import Iterator
from dataclasses import replace

from govlint import CantTell, Each, Passed, Verdict
from govlint.facts.statement import Statement

WORD = re.compile(r"\b(pdfs?|documents?|spreadsheets?|downloads?|word)\b|ogfen", re.IGNORECASE)


def check(statement: Each[Statement], readable_documents: Each[tuple]) -> Iterator[Verdict]:
    found = dict(document for offered in readable_documents.values() for document in offered)
    if not found:
        return
    formats = ", ".join(sorted(set(found.values())))
    for url, said in statement.items():
        place = replace(said.at, url=url)
        yield Passed(place, "said") if WORD.search(said.text) else CantTell(place, "unsaid", count=len(found), formats=formats)
