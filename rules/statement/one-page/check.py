"""Look for parts that a statement lacks among the headings of the pages that it links to."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urldefrag

from govlint import Each, Failed, Passed, Verdict
from govlint.facts.answers import seen_from
from govlint.facts.statement import Statement

NAMES = {
    "status": "Compliance status",
    "problems": "Non-accessible content",
    "burden": "Disproportionate burden",
    "preparation": "Preparation of this accessibility statement",
    "enforcement": "Enforcement procedure",
}


def check(statement: Each[Statement], statement_headings: Each[tuple]) -> Iterator[Verdict]:
    for url, said in statement.items():
        place, split = replace(said.at, url=url), False
        # A translation or another statement has the parts that it has.
        linked = {urldefrag(link.url)[0] for link in said.links} - statement.keys()
        for name, words in NAMES.items():
            if said.part(name):
                continue
            for page in sorted(linked & statement_headings.keys()):
                if name in statement_headings[page]:
                    split = True
                    yield Failed(place, "split", name=words, page=seen_from(url, page))
        if not split:
            yield Passed(place, "whole")
