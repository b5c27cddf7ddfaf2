"""List the other companies that a page loads scripts and styles from, each once."""

from collections import defaultdict
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import host, is_foreign
from govlint.facts.resources import Resource

PLURALS = {"script": "script", "style": "style", "preload": "font or script"}


def check(resources: tuple[Resource, ...], url: str) -> Iterator[Verdict]:
    looked_at = [r for r in resources if r.kind in PLURALS]
    foreign: dict[str, list[Resource]] = defaultdict(list)
    for resource in looked_at:
        if is_foreign(resource.url, url):
            foreign[host(resource.url)].append(resource)

    for name, found in foreign.items():
        kinds = " and ".join(sorted({PLURALS[r.kind] for r in found}))
        yield Failed(found[0].at, "foreign", host=name, count=len(found), kinds=kinds)
    if looked_at and not foreign:
        yield Passed("html", "own")
