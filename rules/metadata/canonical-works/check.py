"""Look up how the canonical addresses answered; what was not visited is not accused."""

from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import Answer, by_address, seen_from
from govlint.facts.metadata import spelt

PLACE = 'link[rel="canonical"]'
GONE = {400, 404, 405, 410, 500}


def check(canonical_url: Each[str], answer: Each[Answer]) -> Iterator[Verdict]:
    answers = by_address(answer.values())

    for page, named in canonical_url.items():
        found = answers.get(spelt(named))
        if found is None or answer[page].status >= 400 or spelt(named) == spelt(page):
            continue
        place = Place(PLACE, url=page)
        if found.status in GONE:
            yield Failed(place, "error", to=seen_from(page, named), status=found.status)
        elif found.status < 300 and found.url != spelt(named):
            yield Failed(place, "redirect", to=seen_from(page, named), end=seen_from(page, found.url))
        elif found.status < 300:
            yield Passed(place, "there")
