"""Look for a CAA record with the tag issue."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict


def check(dns: dict[str, Any], caa_records: tuple[str, ...]) -> Iterator[Verdict]:
    tags = [record.split(" ")[1].lower() for record in caa_records]
    if not tags:
        yield Failed("", "none", host=dns["host"])
    elif "issue" not in tags:
        yield Failed("", "empty", host=dns["host"])
    else:
        yield Passed("", "there", host=dns["host"])
