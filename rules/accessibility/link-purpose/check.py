"""Look at the sentence, list item or cell of each link whose own words say nothing."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.surroundings import HEADINGS, ancestors, before, block_of, context_of
from govlint.facts.wording import is_generic_link, meaningful

OUTLINE = ",".join(HEADINGS)
PAGE = ("body", "main")
FARTHEST = 20  # elements back; what a heading that is farther off heads, nobody can tell


def check(by_role: Mapping[str, tuple[LexborNode, ...]], names: Names) -> Iterator[Verdict]:
    named = [(node, name) for node in by_role.get("link", ()) if (name := names.of(node))]
    generic = frozenset(node.mem_id for node, name in named if is_generic_link(name))
    clear: dict[int, bool] = {}
    for node, name in named:
        if node.mem_id not in generic or meaningful(names.described(node)) or said_beside(node, generic, clear):
            yield Passed(at(node), "clear")
        elif stands_under_a_heading(node):
            yield CantTell(at(node), "by-heading", name=name)
        else:
            yield Failed(at(node), "unclear", name=name)


def said_beside(node: LexborNode, generic: frozenset[int], clear: dict[int, bool]) -> bool:
    """Whether the sentence, list item or cell has words that mean something, links that say nothing left out."""
    block = block_of(node)
    if block is None:
        return False
    if block.mem_id not in clear:
        clear[block.mem_id] = bool(meaningful(context_of(block, generic)))
    return clear[block.mem_id]


def stands_under_a_heading(node: LexborNode) -> bool:
    for spot in (node, *ancestors(node)):
        around = next(ancestors(spot), None)
        if around is None or spot.tag in PAGE:
            break
        # What lies deeper is of another card, once the page itself holds both.
        of_page = around.tag in PAGE
        earlier = before(spot)
        for _ in range(FARTHEST):
            if earlier is None:
                break
            if earlier.tag in HEADINGS or (earlier.css(OUTLINE) and not of_page):
                return True
            earlier = before(earlier)
    return False
