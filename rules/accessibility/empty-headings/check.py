"""Work out the accessible name of each heading."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.roles import role_of


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    for node in dom.css(":is(h1, h2, h3, h4, h5, h6, [role=heading])"):
        if role_of(node) != "heading" or not exposure.exposed(node):
            continue
        if names.of(node):
            yield Passed(at(node), "worded")
        else:
            yield Failed(at(node), "empty")
