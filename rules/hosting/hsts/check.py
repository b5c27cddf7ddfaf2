"""Read the Strict-Transport-Security header of each kind of answer."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.http import Headers

YEAR = 31_536_000  # seconds; the Service Manual and the preload list ask for it
MAX_AGE = re.compile(r"(?:^|;)\s*max-age\s*=\s*\"?(\d+)\"?\s*(?:;|$)", re.IGNORECASE)


def check(headers: Headers, url: str, public_host: bool) -> Iterator[Verdict]:
    # RFC 6797, 7.2: over plain HTTP the header must not be sent.
    if not public_host or not url.startswith("https:"):
        return
    lines = headers.all("strict-transport-security")
    if not lines:
        yield Failed("", "missing")
        return
    age = MAX_AGE.search(lines[0])  # RFC 6797, 8.1: only the first counts
    if age is None:
        yield Failed("", "bad")
    elif int(age[1]) < YEAR:
        yield Failed("", "short", seconds=int(age[1]))
    else:
        yield Passed("", "there")
