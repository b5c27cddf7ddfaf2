"""Compare the size of a text with what its headers say of compression."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.http import Headers

WORTH_IT = 10_000  # bytes; below, a page fits into the first packets anyway
TEXT = re.compile(r"text/|application/(javascript|json|xml|manifest\+json|xhtml\+xml)$|image/svg\+xml$")


def check(body: bytes, media_type: str, site_headers: Headers, public_host: bool) -> Iterator[Verdict]:
    if not public_host or len(body) < WORTH_IT or not TEXT.match(media_type):
        return
    if site_headers.get("content-encoding", "identity").strip().lower() in ("", "identity"):
        yield Failed("", "plain", size=round(len(body) / 1000))
    else:
        yield Passed("", "small")
