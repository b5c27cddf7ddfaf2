"""Look for headers that were withdrawn, with what took their place."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.http import Headers

REMOVE = "remove it"
OBSOLETE = {
    "expect-ct": REMOVE,
    "public-key-pins": REMOVE,
    "public-key-pins-report-only": REMOVE,
    "p3p": REMOVE,
    "x-content-security-policy": "send Content-Security-Policy",
    "x-webkit-csp": "send Content-Security-Policy",
    "feature-policy": "send Permissions-Policy",
    "x-xss-protection": "remove it or send 0",
    "x-ua-compatible": REMOVE,
}


def check(site_headers: Headers) -> Iterator[Verdict]:
    for name, instead in OBSOLETE.items():
        switched_off = name == "x-xss-protection" and site_headers.get(name, "").strip().startswith("0")
        if name in site_headers and not switched_off:
            yield Failed("", "obsolete", name=name, instead=instead)
