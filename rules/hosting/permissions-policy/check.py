"""Look for a Permissions-Policy with at least one directive."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.http import Headers


def check(html: str, site_headers: Headers) -> Iterator[Verdict]:
    given = "=" in site_headers.get("permissions-policy", "")
    yield Passed("", "there") if given else Failed("", "missing")
