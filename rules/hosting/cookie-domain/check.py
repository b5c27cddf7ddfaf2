"""Compare the Domain of each cookie with the host that sets it."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.cookies import place_of
from govlint.facts.hosts import host, is_suffix
from govlint.facts.http import Cookie


def check(set_cookies: tuple[Cookie, ...], url: str) -> Iterator[Verdict]:
    own = host(url)
    for cookie in set_cookies:
        domain = cookie.attributes.get("domain", "").strip().lower().removeprefix(".").removeprefix("www.")
        if not domain or domain == own:
            continue
        wider = own.endswith(f".{domain}") and not is_suffix(domain)
        yield Failed(place_of(cookie), "wide" if wider else "refused", name=cookie.name, domain=domain)
