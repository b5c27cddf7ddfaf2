"""Read what the headers of a file say of keeping it."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.http import Headers

NEVER = re.compile(r"(^|[,\s])no-store\b", re.IGNORECASE)
LIFE = re.compile(r"(^|[,\s])(max-age\s*=\s*\"?[1-9]|immutable\b)", re.IGNORECASE)
CHECKED = ("etag", "last-modified", "expires")


def check(site_headers: Headers, status: int, link_text: str, public_host: bool) -> Iterator[Verdict]:
    if not public_host or status != 200:
        return
    said = site_headers.get("cache-control", "")
    if NEVER.search(said):
        yield Failed("", "never", kind=link_text, value=said)
    elif LIFE.search(said) or any(name in site_headers for name in CHECKED):
        yield Passed("", "kept", kind=link_text)
    else:
        yield Failed("", "unsaid", kind=link_text)
