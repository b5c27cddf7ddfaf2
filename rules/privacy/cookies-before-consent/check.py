"""Read the cookies that a clean browser profile has after a first visit."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.cookies import tracked_by
from govlint.facts.hosts import owner

# Kept by the site itself and shared with nobody, which the law may treat otherwise.
OWN_STATISTICS = {"Matomo"}


def check(first_load: dict[str, Any], url: str) -> Iterator[Verdict]:
    found = [verdict for cookie in first_load["cookies"] if (verdict := judged(cookie, url))]
    yield from found or [Passed("", "none")]


def judged(cookie: dict[str, Any], url: str) -> Verdict | None:
    name, domain = cookie["name"], cookie["domain"].removeprefix(".")
    company = tracked_by(name)
    if company in OWN_STATISTICS:
        return CantTell("", "statistics", company=company, name=name)
    if company:
        return Failed("", "tracking", company=company, name=name)
    if owner(f"https://{domain}/") != owner(url):
        return CantTell("", "foreign", domain=domain, name=name)
    return None
