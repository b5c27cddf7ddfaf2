"""Count the descriptions of the whole site."""

from collections import defaultdict
from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict

PLACE = 'head > meta[name="description"]'


def check(description: Each[str], canonical_url: Each[str]) -> Iterator[Verdict]:
    pages_described: dict[str, set[str]] = defaultdict(set)
    for url, words in description.items():
        pages_described[words].add(canonical_url.get(url, url))

    for url, words in description.items():
        if not words:
            continue
        count = len(pages_described[words])
        if count > 1:
            yield Failed(Place(PLACE, url=url), "shared", count=count)
        else:
            yield Passed(Place(PLACE, url=url), "alone")
