"""Look for version numbers in the headers that name programs."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.http import Headers

NAMES = ("server", "x-powered-by", "x-aspnet-version", "x-aspnetmvc-version", "x-generator", "via-server")
VERSION = re.compile(r"\d\.\d")


def check(site_headers: Headers, public_host: bool) -> Iterator[Verdict]:
    # What a developer runs is not what is deployed.
    if not public_host:
        return
    for name in NAMES:
        value = site_headers.get(name, "")
        if VERSION.search(value):
            yield Failed("", "told", name=name, value=value)
