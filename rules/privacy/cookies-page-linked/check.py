"""Look for a link about cookies on pages that set some."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.page import Link

# Privacy pages often have a part about cookies; Welsh has its own words.
ABOUT_COOKIES = re.compile(r"cookie|cwcis|preifatrwydd|privacy", re.IGNORECASE)


def check(links: tuple[Link, ...], cookie_names: tuple[str, ...], url: str) -> Iterator[Verdict]:
    if not cookie_names:
        return
    if ABOUT_COOKIES.search(url) or any(ABOUT_COOKIES.search(f"{link.text} {link.href}") for link in links):
        yield Passed("html", "linked")
    else:
        yield Failed("html", "missing", count=len(cookie_names))
