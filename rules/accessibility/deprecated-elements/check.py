"""Look for elements that HTML has declared obsolete."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at

MOVING = frozenset({"marquee", "blink"})
# HTML, section 16.2, "Non-conforming features".
GIVEN_UP = (
    "acronym, applet, basefont, bgsound, big, center, dir, font, frame, frameset, isindex, keygen, listing, "
    "multicol, nobr, noframes, plaintext, rb, rtc, spacer, strike, tt, xmp, marquee, blink"
)


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css(GIVEN_UP):
        if exposure.displayed(node):
            yield Failed(at(node), "moving" if node.tag in MOVING else "given-up", tag=node.tag)
