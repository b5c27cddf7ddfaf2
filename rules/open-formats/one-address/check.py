"""Find documents that are the same to the last byte."""

from collections import defaultdict
from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import seen_from


def check(document_digest: Each[str]) -> Iterator[Verdict]:
    addresses: dict[str, list[str]] = defaultdict(list)
    for url, digest in document_digest.items():
        addresses[digest].append(url)
    for found in addresses.values():
        first, *others = sorted(found, key=lambda url: (len(url), url))
        # What differs after the question mark alone is mostly a version, to get round caches.
        others = [url for url in others if url.partition("?")[0] != first.partition("?")[0]]
        for url in others:
            yield Failed(Place(url=url), "again", other=seen_from(url, first))
        if not others:
            yield Passed(Place(url=first), "alone")
