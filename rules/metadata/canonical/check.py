"""Look at where each canonical link points to; a page may have none."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.hosts import host, is_placeholder, is_public
from govlint.facts.metadata import Relation


def check(relations: tuple[Relation, ...], url: str, public_host: bool) -> Iterator[Verdict]:
    named = [relation for relation in relations if "canonical" in relation.rels]
    different = {relation.url for relation in named}

    if len(different) > 1:
        yield Failed(named[1].at, "several", count=len(different))
        return
    for relation in named[:1]:
        yield judged(relation, url, public_host)


def judged(relation: Relation, url: str, public_host: bool) -> Verdict:
    where = host(relation.url)
    if not relation.href:
        return Failed(relation.at, "empty")
    if is_placeholder(relation.url) and where != host(url):
        return Failed(relation.at, "placeholder", host=urlsplit(relation.url).hostname or relation.href)
    if not public_host:
        # A service on a developer's machine rightly names the address that it will have.
        return Passed(relation.at, "own")
    if where and not is_public(relation.url):
        return Failed(relation.at, "private", host=where)
    if where != host(url):
        return CantTell(relation.at, "elsewhere", host=where or relation.href)
    if relation.url.startswith("http:") and url.startswith("https:"):
        return Failed(relation.at, "insecure")
    return Passed(relation.at, "own")
