"""Count the level 1 headings that are displayed."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes


def check(by_role: Mapping[str, tuple[LexborNode, ...]]) -> Iterator[Verdict]:
    first, *rest = [node for node in by_role.get("heading", ()) if is_first_level(node)] or [None]

    if first is None:
        yield Failed("html", "none")
    elif not rest:
        yield Passed(at(first), "one")
    for extra in rest:
        yield Failed(at(extra), "several", count=len(rest) + 1)


def is_first_level(node: LexborNode) -> bool:
    return attributes(node).get("aria-level", node.tag) in ("1", "h1")
