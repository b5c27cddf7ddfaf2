"""Read each JSON-LD block and look for what says which vocabulary and type it is of."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict
from govlint.facts.metadata import DataBlock

TYPES = ("@type", "type")
MEMBERS = ("@graph", "@id", "@set", "@list", "@included")


def check(data_blocks: tuple[DataBlock, ...]) -> Iterator[Verdict]:
    for block in data_blocks:
        if block.error:
            yield Failed(block.at, "broken", error=block.error, line=block.line)
            continue
        faults = list(faults_of(block.value))
        yield from (Failed(block.at, key) for key in faults)
        if not faults:
            yield Passed(block.at, "read")


def faults_of(value: Any) -> Iterator[str]:
    things = value if isinstance(value, list) else [value]
    if not all(isinstance(thing, dict) for thing in things):
        yield "scalar"
        return
    # In a list the first object may not give its context to the others, so each needs its own.
    if any("@context" not in thing for thing in things):
        yield "no-context"
    if any(not any(key in thing for key in (*TYPES, *MEMBERS)) for thing in things):
        yield "no-type"
