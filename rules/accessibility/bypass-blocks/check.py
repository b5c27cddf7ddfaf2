"""Look for a way past the navigation and other blocks that come before the content."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at, attributes, words
from govlint.facts.roles import LANDMARKS, role_of
from govlint.facts.surroundings import ancestors

REPEATED = frozenset({"navigation", "complementary", "banner", "contentinfo"})
# Something here may open, close or move: a person would have to try it.
MECHANISMS = ":is([aria-expanded], [onclick], iframe, object)"


def check(
    dom: LexborHTMLParser, by_role: Mapping[str, tuple[LexborNode, ...]], exposure: Exposure, names: Names
) -> Iterator[Verdict]:
    block = first_block(by_role)
    if block is None or not has_content_after(block, dom, exposure):
        return
    landmarks = [node for role in LANDMARKS - REPEATED for node in by_role.get(role, ())]
    if landmarks or has_heading_after(block, dom, by_role, names) or has_skip_link(dom, exposure):
        yield Passed(at(block), "way")
    elif not by_role.get("button") and not any(exposure.displayed(node) for node in dom.css(MECHANISMS)):
        yield Failed(at(block), "no-way", tag=block.tag)


def first_block(by_role: Mapping[str, tuple[LexborNode, ...]]) -> LexborNode | None:
    found = [node for role in ("navigation", "complementary") for node in by_role.get(role, ())]
    return next((node for node in found if words(node)), None)


def has_content_after(block: LexborNode, dom: LexborHTMLParser, exposure: Exposure) -> bool:
    """Whether there are words after the block that are in no block themselves."""
    return any(not in_block(node) and exposure.displayed(node) and own_words(node) for node in following(block, dom))


def has_heading_after(
    block: LexborNode, dom: LexborHTMLParser, by_role: Mapping[str, tuple[LexborNode, ...]], names: Names
) -> bool:
    after = {node.mem_id for node in following(block, dom)}
    return any(node.mem_id in after and names.of(node) and not in_block(node) for node in by_role.get("heading", ()))


def has_skip_link(dom: LexborHTMLParser, exposure: Exposure) -> bool:
    """Whether a link leads to a part of the page that is in no block."""
    targets = {attributes(n).get("id") or attributes(n).get("name"): n for n in reversed(dom.css(":is([id], a[name])"))}
    for link in dom.css("a[href^='#']"):
        found = targets.get(unquote(attributes(link)["href"][1:]))
        # The end of a block is as good as the beginning of the content.
        if found is not None and exposure.exposed(link) and (not in_block(found) or not words(found)):
            return True
    return False


def following(block: LexborNode, dom: LexborHTMLParser) -> Iterator[LexborNode]:
    inside = {node.mem_id for node in block.css("*")}
    begun = False
    for node in dom.css("*"):
        if begun and node.mem_id not in inside:
            yield node
        begun = begun or node.mem_id == block.mem_id


def in_block(node: LexborNode) -> bool:
    return any(role_of(a) in REPEATED for a in (node, *ancestors(node)))


def own_words(node: LexborNode) -> bool:
    return any(child.is_text_node and re.search(r"\w", child.text_content or "") for child in node.iter(include_text=True))
