"""Compare each heading's level with the one before it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at, attributes
from govlint.facts.roles import role_of


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    found = [n for n in dom.css(":is(h1, h2, h3, h4, h5, h6, [role=heading])") if role_of(n) == "heading"]
    # An empty heading is no step of the outline; another rule is about it.
    headings = [node for node in found if exposure.exposed(node) and names.of(node)]
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
