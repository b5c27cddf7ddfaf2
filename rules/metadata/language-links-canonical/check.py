"""Look what the pages at the other end of alternate links call their address; what was not visited is not accused."""

from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import seen_from
from govlint.facts.metadata import spelt


def check(versions: Each[tuple], canonical_url: Each[str]) -> Iterator[Verdict]:
    for page, named in versions.items():
        visited = [(tag, to) for tag, to in named if to in canonical_url]
        lost = [(tag, to) for tag, to in visited if is_other(to, spelt(canonical_url[to]))]
        for tag, to in lost:
            other = seen_from(page, spelt(canonical_url[to]))
            yield Failed(Place(f'link[hreflang="{tag}"]', url=page), "other", tag=tag, other=other)
        if visited and not lost:
            yield Passed(Place(url=page), "agree")


def is_other(url: str, canonical: str) -> bool:
    # A copy for tests names the addresses of the public one.
    return canonical != url and seen_from(url, canonical) != canonical
