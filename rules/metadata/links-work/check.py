"""Hold the links of each page against the status of each visited address; what was not visited is not accused."""

from collections.abc import Iterator

from govlint import CantTell, Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import Answer, Pointer, by_address, seen_from

# Not broken: the address wants a sign-in, a fee or another law, or was asked too often.
NOT_FOR_US = {401, 402, 403, 407, 429, 451}
MAY_PASS = {408, 425, 502, 503, 504}


def check(pointers: Each[tuple], answer: Each[Answer]) -> Iterator[Verdict]:
    answers = by_address(answer.values())

    for page, links in pointers.items():
        found = list(of_page(page, links, answers))
        visited = any(link.to in answers for link in links)
        yield from found or ([Passed(Place(url=page), "there")] if visited else [])


def of_page(page: str, links: tuple[Pointer, ...], answers: dict[str, Answer]) -> Iterator[Verdict]:
    told = set()
    for link in links:
        status = answers[link.to].status if link.to in answers else 200
        if status < 400 or status in NOT_FOR_US or link.to in told:
            continue
        told.add(link.to)
        place = Place(link.at.selector, link.at.line, link.at.column, link.at.excerpt, page)
        if status in MAY_PASS:
            yield CantTell(place, "unsettled", to=seen_from(page, link.to), status=status)
        elif status >= 500:
            yield Failed(place, "broken", to=seen_from(page, link.to), status=status)
        else:
            yield Failed(place, "missing", to=seen_from(page, link.to), status=status)
