"""Read SameSite on each cookie."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.cookies import place_of
from govlint.facts.http import Cookie


def check(set_cookies: tuple[Cookie, ...]) -> Iterator[Verdict]:
    for cookie in set_cookies:
        where, value = place_of(cookie), cookie.attributes.get("samesite", "").strip().lower()
        if not value:
            yield Failed(where, "none", name=cookie.name)
        elif value not in ("lax", "strict", "none"):
            yield Failed(where, "unknown", name=cookie.name, value=value)
        elif value == "none" and "secure" not in cookie.attributes:
            yield Failed(where, "refused", name=cookie.name)
        else:
            yield Passed(where, "there", name=cookie.name, value=value)
