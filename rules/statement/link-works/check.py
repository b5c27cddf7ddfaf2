"""Look up how the addresses of statements answered; what was not visited is not accused."""

from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import Answer, by_address
from govlint.facts.statement import StatementLinks

GONE = {400, 404, 410, 500}


def check(statement_links: Each[StatementLinks], answer: Each[Answer], media_type: Each[str]) -> Iterator[Verdict]:
    answers = by_address(answer.values())
    told = set()

    for page, seen in statement_links.items():
        for link in seen.links:
            found = answers.get(link.to)
            if found is None or link.to in told:
                continue
            told.add(link.to)
            place = Place(link.at.selector, link.at.line, link.at.column, link.at.excerpt, page)
            kind = media_type.get(found.url, "")
            if found.status in GONE:
                yield Failed(place, "broken", status=found.status)
            elif found.status < 300 and kind and "html" not in kind:
                yield Failed(place, "file", type=kind)
            elif found.status < 300:
                yield Passed(place, "works")
