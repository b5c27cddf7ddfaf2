"""Compare each heading's level with the one before it."""

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at, attributes


def check(by_role: Mapping[str, tuple[LexborNode, ...]], names: Names) -> Iterator[Verdict]:
    # An empty heading is no step of the outline; another rule is about it.
    headings = [node for node in by_role.get("heading", ()) if names.of(node)]
    skipped = False
    for before, node in zip(headings, headings[1:], strict=False):
        if level(node) > level(before) + 1:
            skipped = True
            yield Failed(at(node), "skipped", level=level(node), before=level(before), wanted=level(before) + 1)
    if headings and not skipped:
        yield Passed(at(headings[0]), "in-order")


def level(node: LexborNode) -> int:
    said = attributes(node).get("aria-level", "")
    if re.fullmatch(r"[1-9]\d?", said):
        return int(said)
    return int(node.tag[1]) if re.fullmatch(r"h[1-6]", node.tag or "") else 2
