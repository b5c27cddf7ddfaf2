"""Compare the accessible names of links with phrases that say nothing."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.wording import is_generic_link


def check(by_role: Mapping[str, tuple[LexborNode, ...]], names: Names) -> Iterator[Verdict]:
    for node in by_role.get("link", ()):
        name = names.of(node)
        if is_generic_link(name):
            yield Failed(at(node), "generic", name=name)
        elif name:
            yield Passed(at(node), "specific")
