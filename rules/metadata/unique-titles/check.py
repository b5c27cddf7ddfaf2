"""Count the titles of the whole site."""

from collections import defaultdict
from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict


def check(title: Each[str], canonical_url: Each[str]) -> Iterator[Verdict]:
    # Addresses that name one canonical address are one page.
    pages_titled: dict[str, set[str]] = defaultdict(set)
    for url, words in title.items():
        pages_titled[words].add(canonical_url.get(url, url))

    for url, words in title.items():
        if not words:
            continue
        count = len(pages_titled[words])
        if count > 1:
            yield Failed(Place("head > title", url=url), "shared", title=words, count=count)
        else:
            yield Passed(Place("head > title", url=url), "alone")
