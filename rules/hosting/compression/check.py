"""Compare the size of a page with what its headers say of compression."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.http import Headers

WORTH_IT = 10_000  # bytes; below, a page fits into the first packets anyway


def check(html: str, body: bytes, site_headers: Headers, public_host: bool) -> Iterator[Verdict]:
    if not public_host or len(body) < WORTH_IT:
        return
    if site_headers.get("content-encoding", "identity").strip().lower() in ("", "identity"):
        yield Failed("", "plain", size=round(len(body) / 1000))
    else:
        yield Passed("", "small")
