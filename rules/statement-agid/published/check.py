"""Look for a link to the declaration on any page of an Italian body."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import CantTell, Each, Failed, Passed, Place, Verdict


def check(agid_links: Each[tuple]) -> Iterator[Verdict]:
    if not agid_links:
        return
    pages = sorted(agid_links, key=lambda url: (len(urlsplit(url).path), url))
    place = Place(url=pages[0])
    if any(agid_links.values()):
        yield Passed(place, "linked")
    elif urlsplit(pages[0]).path == "/":
        yield Failed(place, "missing", count=len(pages))
    else:
        yield CantTell(place, "look")
