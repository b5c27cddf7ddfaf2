"""Read the keys of local and session storage after a first visit."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict
from govlint.facts.trackers import keeper_of


def check(first_load: dict[str, Any]) -> Iterator[Verdict]:
    kept = [(where, key) for where in ("local", "session") for key in first_load["storage"].get(where, [])]
    tracking = [(where, key) for where, key in kept if keeper_of(key)]
    for where, key in tracking:
        yield Failed("", "kept", company=keeper_of(key), key=key, where=where)
    if kept and not tracking:
        yield Passed("", "none")
