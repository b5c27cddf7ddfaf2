"""Look on the other side of each alternate link for the link back."""

from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.answers import seen_from


def check(versions: Each[tuple]) -> Iterator[Verdict]:
    for page, named in versions.items():
        others = [(tag, to) for tag, to in named if to != page and to in versions]
        lost = [(tag, to) for tag, to in others if page not in [back for _, back in versions[to]]]
        for tag, to in lost:
            yield Failed(Place(f'link[hreflang="{tag}"]', url=page), "one-way", tag=tag, to=seen_from(page, to))
        if others and not lost:
            yield Passed(Place(url=page), "mutual")
