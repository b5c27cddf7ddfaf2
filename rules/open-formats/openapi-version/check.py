"""Read the version and what a description must have."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.api_description import ApiDescription


def check(api_description: ApiDescription) -> Iterator[Verdict]:
    said = api_description
    if not said.version.startswith("3."):
        yield Failed("", "old", version=said.version)
        return
    for fault in said.faults:
        yield Failed("", "fault", fault=fault)
    if not said.faults:
        yield Passed("", "current", version=said.version, operations=said.operations)
