"""Look for the integrity of scripts and style sheets that other companies serve."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import host, is_foreign
from govlint.facts.resources import Resource
from govlint.facts.trackers import is_tracker

HASH = re.compile(r"(^|\s)sha(256|384|512)-[A-Za-z0-9+/_-]{43,}=*")
# Made anew for each browser or version, so no hash fits.
CHANGING = ("fonts.googleapis.com", "use.typekit.net", "www.google.com", "maps.googleapis.com", "js.stripe.com")


def check(resources: tuple[Resource, ...], url: str) -> Iterator[Verdict]:
    for resource in resources:
        if resource.kind not in ("script", "style") or not is_foreign(resource.url, url):
            continue
        where = host(resource.url)
        if is_tracker(resource.url) or where in [name.removeprefix("www.") for name in CHANGING]:
            continue
        integrity = resource.attributes.get("integrity", "")
        if HASH.search(integrity):
            yield Passed(resource.at, "pinned", kind=resource.kind, host=where)
        elif integrity.strip():
            yield Failed(resource.at, "useless", kind=resource.kind)
        else:
            yield Failed(resource.at, "bare", kind=resource.kind, host=where)
