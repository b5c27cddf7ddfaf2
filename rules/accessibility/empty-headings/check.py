"""Work out the accessible name of each heading."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at


def check(by_role: Mapping[str, tuple[LexborNode, ...]], names: Names) -> Iterator[Verdict]:
    for node in by_role.get("heading", ()):
        yield Passed(at(node), "worded") if names.of(node) else Failed(at(node), "empty")
