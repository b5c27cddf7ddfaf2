"""Look at the sentence, list item or cell of each link whose own words say nothing."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.roles import role_of
from govlint.facts.surroundings import HEADINGS, ancestors, before, context_of
from govlint.facts.wording import is_generic_link, meaningful

OUTLINE = ":is(h1, h2, h3, h4, h5, h6, [role=heading])"


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    for node in dom.css(":is(a[href], area[href], [role=link])"):
        name = names.of(node)
        if role_of(node) != "link" or not exposure.exposed(node) or not name:
            continue
        if not is_generic_link(name) or said_beside(node, names):
            yield Passed(at(node), "clear")
        elif stands_under_a_heading(node):
            yield CantTell(at(node), "by-heading", name=name)
        else:
            yield Failed(at(node), "unclear", name=name)


def said_beside(node: LexborNode, names: Names) -> bool:
    around = f"{context_of(node)} {names.described(node)}"
    return any(not is_generic_link(part) and meaningful(part) for part in around.split("|"))


def stands_under_a_heading(node: LexborNode) -> bool:
    for spot in (node, *ancestors(node)):
        if spot.tag in ("body", "main") or spot.parent is None:
            return False
        # What lies deeper is of another card, once the page itself holds both.
        of_page = spot.parent.tag in ("body", "main")
        earlier = before(spot)
        while earlier is not None:
            if earlier.tag in HEADINGS or (earlier.css(OUTLINE) and not of_page):
                return True
            earlier = before(earlier)
    return False
