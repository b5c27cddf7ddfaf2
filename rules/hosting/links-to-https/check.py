"""Look for plain HTTP links to hosts of the public sector, all of which have HTTPS."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.hosts import host
from govlint.facts.page import Link
from govlint.facts.profile import PUBLIC_SECTOR


def check(links: tuple[Link, ...]) -> Iterator[Verdict]:
    for link in links:
        if link.href.strip().lower().startswith("http:") and f".{host(link.url)}".endswith(PUBLIC_SECTOR):
            yield Failed(link.at, "plain", host=host(link.url))
