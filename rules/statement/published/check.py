"""Look for a statement, or a link to one, on any page of the site."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import CantTell, Each, Failed, Passed, Place, Verdict
from govlint.facts.hosts import is_public
from govlint.facts.statement import StatementLinks

ENOUGH = 5  # pages; with fewer, and without the home page, the link may stand elsewhere


def check(statement_links: Each[StatementLinks]) -> Iterator[Verdict]:
    if not statement_links:
        return
    pages = sorted(statement_links, key=lambda url: (urlsplit(url).path.count("/"), len(url), url))
    place = Place(url=pages[0])

    if any(seen.is_one or seen.links for seen in statement_links.values()):
        yield Passed(place, "linked")
    elif not is_public(pages[0]):
        # The law is about sites that people can reach.
        yield CantTell(place, "look")
    elif urlsplit(pages[0]).path == "/" or len(pages) >= ENOUGH:
        yield Failed(place, "missing", count=len(pages))
    else:
        yield CantTell(place, "look")
