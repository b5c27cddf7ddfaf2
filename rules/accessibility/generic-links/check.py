"""Compare the accessible names of links with phrases that say nothing."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.roles import role_of
from govlint.facts.wording import is_generic_link


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    for node in dom.css(":is(a[href], area[href], [role=link])"):
        name = names.of(node)
        if role_of(node) != "link" or not exposure.exposed(node) or not name:
            continue
        if is_generic_link(name):
            yield Failed(at(node), "generic", name=name)
        else:
            yield Passed(at(node), "specific")
