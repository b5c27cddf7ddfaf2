"""Read what the site answers to an address that it cannot have."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.well_known import WellKnown

SIGN_IN = ("login", "log-in", "signin", "sign-in", "auth", "sso")


def check(no_such_page: WellKnown) -> Iterator[Verdict]:
    status = no_such_page.status
    if status in (404, 410):
        yield Passed("", "not-found", status=status)
    elif status < 300 and no_such_page.redirects:
        # A closed site sends whoever is unknown to its door, whatever was asked for.
        behind_a_door = any(word in no_such_page.url.lower() for word in SIGN_IN)
        verdict = CantTell if behind_a_door else Failed
        yield verdict("", "redirected", to=no_such_page.url)
    elif status < 300:
        yield Failed("", "found", status=status)
    elif status >= 500 and status != 503:
        yield Failed("", "crashed", status=status)
