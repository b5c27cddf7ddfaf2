"""Look for instructions that point at something by where it is or what it looks like."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import CantTell, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at, words

THING = "button|link|icon|menu|box|panel|tab|arrow|image|picture|column|list|section|form|field|navigation|symbol|dot|area"
LOOK = "red|green|blue|yellow|orange|purple|pink|gr[ea]y|black|white|round|square|circular|triangular|triangle|star|oval|big|small|large"
PLACE = re.compile(
    rf"\b(?:{THING})s?\b[^.;:]{{0,20}}\b(?:on|at|to) the (?:far |top |bottom )?(?:left|right|top|bottom)(?:[- ]hand)?(?: side| corner)?\b",
    re.IGNORECASE,
)
BY_LOOK = re.compile(rf"\bthe (?:{LOOK})(?:[- ]colou?red)? (?:{THING})s?\b", re.IGNORECASE)

BLOCKS = frozenset({"p", "li", "ul", "ol", "dl", "div", "table", "form", "section", "fieldset", "main"})


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("p, li, dd, label, legend, div"):
        # Of blocks within blocks the inner one is told.
        if not exposure.displayed(node) or holds_blocks(node):
            continue
        text = words(node)
        found = PLACE.search(text)
        if found:
            yield CantTell(at(node), "place", words=found[0])
        elif found := BY_LOOK.search(text):
            yield CantTell(at(node), "look", words=found[0])


def holds_blocks(node: LexborNode) -> bool:
    return any(child.tag in BLOCKS for child in node.iter())
