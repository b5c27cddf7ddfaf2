"""Know the lists that web servers make of folders, by their heading and the links that all of them have."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.page import Link

TITLE = re.compile(r"(index of|directory listing for|listing directory) /", re.IGNORECASE)
UP_OR_SORT = re.compile(r"\.\./?$|\?C=[NMSD](;|&)O=[AD]$|/$")


def check(title: str, links: tuple[Link, ...], public_host: bool) -> Iterator[Verdict]:
    if public_host and TITLE.match(title) and any(UP_OR_SORT.search(link.href) for link in links):
        yield Failed("html", "listed")
