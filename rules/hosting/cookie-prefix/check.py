"""Hold the attributes of prefixed cookies against what browsers ask of them."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.cookies import place_of
from govlint.facts.http import Cookie


def check(set_cookies: tuple[Cookie, ...]) -> Iterator[Verdict]:
    for cookie in set_cookies:
        # Browsers ignore case here, or a server that does so could be deceived.
        name = cookie.name.lower()
        if not name.startswith(("__host-", "__secure-")):
            continue
        fault = fault_of(cookie, for_one_host=name.startswith("__host-"))
        if fault:
            yield Failed(place_of(cookie), "refused", name=cookie.name, fault=fault)
        else:
            yield Passed(place_of(cookie), "kept", name=cookie.name)


def fault_of(cookie: Cookie, for_one_host: bool) -> str:
    if "secure" not in cookie.attributes:
        return "has no Secure"
    if for_one_host and cookie.attributes.get("domain"):
        return "has a Domain"
    if for_one_host and cookie.attributes.get("path") != "/":
        return "has no Path=/"
    return ""
