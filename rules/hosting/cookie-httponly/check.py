"""Look for HttpOnly on cookies whose names say that they keep a session."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.cookies import is_session, place_of
from govlint.facts.http import Cookie


def check(set_cookies: tuple[Cookie, ...]) -> Iterator[Verdict]:
    for cookie in set_cookies:
        if not is_session(cookie.name) or cookie.attributes.get("max-age") == "0" or not cookie.value:
            continue
        if "httponly" in cookie.attributes:
            yield Passed(place_of(cookie), "hidden", name=cookie.name)
        else:
            yield Failed(place_of(cookie), "readable", name=cookie.name)
