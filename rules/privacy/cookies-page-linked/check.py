"""Look for a link about cookies on pages that set some."""

import re
from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict
from govlint.facts.http import Cookie
from govlint.facts.page import Link

# Privacy pages often have a part about cookies; Welsh has its own words.
ABOUT_COOKIES = re.compile(r"cookie|cwcis|preifatrwydd|privacy", re.IGNORECASE)


def check(
    links: tuple[Link, ...], set_cookies: tuple[Cookie, ...], url: str, first_load: dict[str, Any] | None = None
) -> Iterator[Verdict]:
    names = {cookie.name for cookie in set_cookies} | {c["name"] for c in (first_load or {}).get("cookies", [])}
    if not names:
        return
    if ABOUT_COOKIES.search(url) or any(ABOUT_COOKIES.search(f"{link.text} {link.href}") for link in links):
        yield Passed("html", "linked")
    else:
        yield Failed("html", "missing", count=len(names))
