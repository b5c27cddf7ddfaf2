"""Read X-Content-Type-Options; browsers look at the first value only."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.http import Headers


def check(site_headers: Headers) -> Iterator[Verdict]:
    value = site_headers.get("x-content-type-options", "")
    if not value.strip():
        yield Failed("", "missing")
    elif value.split(",")[0].strip().lower() != "nosniff":
        yield Failed("", "other", value=value)
    else:
        yield Passed("", "there")
