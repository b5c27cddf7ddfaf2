"""Look for scripts, styles and frames with http addresses; a page on a developer's machine will have HTTPS one day."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import host, is_public
from govlint.facts.resources import Resource

ACTIVE = {"script", "style", "frame", "manifest"}


def check(resources: tuple[Resource, ...], url: str, public_host: bool) -> Iterator[Verdict]:
    if public_host and not url.startswith("https:"):
        return
    active = [r for r in resources if r.kind in ACTIVE and r.url.startswith(("http:", "https:"))]
    plain = [r for r in active if r.url.startswith("http:") and is_public(r.url)]
    for resource in plain:
        yield Failed(resource.at, "blocked", kind=resource.kind, host=host(resource.url))
    if active and not plain:
        yield Passed("html", "secure")
