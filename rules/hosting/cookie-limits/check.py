"""Measure each cookie as RFC 6265bis does: name and value in bytes, and the life that Max-Age asks for, or else Expires."""

from collections.abc import Iterator
from datetime import UTC, date
from email.utils import parsedate_to_datetime

from govlint import Failed, Passed, Verdict
from govlint.facts.cookies import place_of
from govlint.facts.http import Cookie

LARGEST = 4096  # bytes
LONGEST = 400  # days


def check(set_cookies: tuple[Cookie, ...], today: date) -> Iterator[Verdict]:
    for cookie in set_cookies:
        where, found = place_of(cookie), []
        size, days = len((cookie.name + cookie.value).encode()), life_of(cookie, today)
        if size > LARGEST:
            found.append(Failed(where, "large", name=cookie.name, size=size))
        if days > LONGEST:
            found.append(Failed(where, "long", name=cookie.name, days=days))
        yield from found or [Passed(where, "within", name=cookie.name)]


def life_of(cookie: Cookie, today: date) -> int:
    """In whole days; 0 for one that ends with the browser."""
    seconds = cookie.attributes.get("max-age", "")
    if seconds.isdecimal():
        return int(seconds) // 86_400
    try:
        return (parsedate_to_datetime(cookie.attributes["expires"]).astimezone(UTC).date() - today).days
    except (KeyError, ValueError, OverflowError):
        return 0
