"""Count the level 1 headings that are displayed."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    written = dom.css("h1:not([role]), h1[role=heading]:not([aria-level]), [role=heading][aria-level='1']")
    found = [node for node in written if exposure.exposed(node)]

    if not found:
        yield Failed("html", "none")
    elif len(found) == 1:
        yield Passed(at(found[0]), "one")
    for number, extra in enumerate(found[1:], 2):
        yield Failed(at(extra), "several", number=number, count=len(found))
