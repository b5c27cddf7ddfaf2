"""Look for pictures, sound and video with http addresses."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import host, is_public
from govlint.facts.resources import Resource

PASSIVE = {"image", "media"}


def check(resources: tuple[Resource, ...], url: str, public_host: bool) -> Iterator[Verdict]:
    if public_host and not url.startswith("https:"):
        return
    passive = [r for r in resources if r.kind in PASSIVE and r.url.startswith(("http:", "https:"))]
    plain = [r for r in passive if r.url.startswith("http:") and is_public(r.url)]
    for resource in plain:
        yield Failed(resource.at, "plain", kind=resource.kind, host=host(resource.url))
    if passive and not plain:
        yield Passed("html", "secure")
