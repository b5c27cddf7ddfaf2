"""Count the redirects between a link and its page."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Verdict

MOST = 1


def check(redirects: list[dict[str, Any]], asked: str, url: str, found_on: str) -> Iterator[Verdict]:
    # What a person typed may pass from http to https and on to www.
    if found_on and len(redirects) > MOST:
        yield Failed("", "chain", asked=asked, count=len(redirects), to=url)
