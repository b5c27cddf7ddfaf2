"""Look for files that another site loads from GOV.UK."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.hosts import host
from govlint.facts.resources import Resource

LENDERS = ("gov.uk", "assets.publishing.service.gov.uk", "design-system.service.gov.uk", "frontend.design-system.service.gov.uk")


def check(resources: tuple[Resource, ...], url: str) -> Iterator[Verdict]:
    own = host(url)
    if own in LENDERS or own.endswith(".publishing.service.gov.uk"):
        return
    for resource in resources:
        if resource.kind in ("script", "style", "image", "preload", "manifest") and host(resource.url) in LENDERS:
            yield Failed(resource.at, "borrowed", kind=resource.kind, host=host(resource.url))
