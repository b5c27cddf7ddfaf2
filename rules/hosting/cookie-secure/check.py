"""Look for Secure on each cookie that is set over HTTPS."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.cookies import place_of
from govlint.facts.http import Cookie


def check(set_cookies: tuple[Cookie, ...], url: str, public_host: bool) -> Iterator[Verdict]:
    if not public_host or not url.startswith("https:"):
        return
    for cookie in set_cookies:
        if "secure" in cookie.attributes:
            yield Passed(place_of(cookie), "secure", name=cookie.name)
        else:
            yield Failed(place_of(cookie), "bare", name=cookie.name)
