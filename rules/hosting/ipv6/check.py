"""Look for an AAAA record."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict


def check(dns: dict[str, Any], ipv6_numbers: tuple[str, ...]) -> Iterator[Verdict]:
    yield Passed("", "there", host=dns["host"]) if ipv6_numbers else Failed("", "none", host=dns["host"])
