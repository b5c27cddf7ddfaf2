"""Look whether the zone above vouches for the keys of this one."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict


def check(dns: dict[str, Any], is_signed: bool) -> Iterator[Verdict]:
    yield Passed("", "signed", zone=dns["zone"]) if is_signed else Failed("", "unsigned", zone=dns["zone"])
