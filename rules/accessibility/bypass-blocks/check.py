"""Look for a way past the navigation and other blocks that come before the content."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at, attributes, words
from govlint.facts.roles import LANDMARKS, role_of
from govlint.facts.surroundings import ancestors

REPEATED = frozenset({"navigation", "complementary", "banner", "contentinfo"})
BLOCKS = ":is(nav, aside, [role=navigation], [role=complementary])"
# Something here may open, close or move: a person would have to try it.
MECHANISMS = ":is(button, summary, [aria-expanded], [onclick], [role=link]:not(a), [role=button], iframe, object)"


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    blocks = [node for node in dom.css(BLOCKS) if exposure.exposed(node) and words(node)]
    if not blocks or dom.body is None or not has_content_after(blocks[0], dom, exposure):
        return
    if has_landmark(dom, exposure) or has_heading_after(blocks[0], dom, exposure, names) or has_skip_link(dom, exposure):
        yield Passed(at(blocks[0]), "way")
    elif not any(exposure.displayed(node) for node in dom.css(MECHANISMS)):
        yield Failed(at(blocks[0]), "no-way", tag=blocks[0].tag)


def has_content_after(block: LexborNode, dom: LexborHTMLParser, exposure: Exposure) -> bool:
    """Whether there are words after the block that are in no block themselves."""
    return any(not in_block(node) and exposure.displayed(node) and own_words(node) for node in following(block, dom))


def has_landmark(dom: LexborHTMLParser, exposure: Exposure) -> bool:
    return any(role_of(node) in LANDMARKS - REPEATED and exposure.exposed(node) for node in dom.css("main, section, form, search, [role]"))


def has_heading_after(block: LexborNode, dom: LexborHTMLParser, exposure: Exposure, names: Names) -> bool:
    return any(
        role_of(node) == "heading" and exposure.exposed(node) and not in_block(node) and names.of(node)
        for node in following(block, dom)
    )


def has_skip_link(dom: LexborHTMLParser, exposure: Exposure) -> bool:
    """Whether a link leads to a part of the page that is in no block."""
    for link in dom.css("a[href^='#']"):
        target = unquote(attributes(link)["href"][1:])
        found = next((n for n in dom.css("[id], a[name]") if target and target in (attributes(n).get("id"), attributes(n).get("name"))), None)
        # The end of a block is as good as the beginning of the content.
        if found is not None and exposure.exposed(link) and (not in_block(found) or not words(found)):
            return True
    return False


def following(block: LexborNode, dom: LexborHTMLParser) -> Iterator[LexborNode]:
    inside = {node.mem_id for node in block.css("*")}
    begun = False
    for node in dom.body.css("*") if dom.body else ():
        if begun and node.mem_id not in inside:
            yield node
        begun = begun or node.mem_id == block.mem_id


def in_block(node: LexborNode) -> bool:
    return any(role_of(a) in REPEATED for a in (node, *ancestors(node)))


def own_words(node: LexborNode) -> bool:
    return any(child.is_text_node and re.search(r"\w", child.text_content or "") for child in node.iter(include_text=True))
