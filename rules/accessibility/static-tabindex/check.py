"""Look for plain text elements that Tab stops at."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.operable import tab_index
from govlint.facts.place import at, attributes

# A div, section, pre or table may scroll, and then has to take focus.
TEXT = "p, span, li, dt, dd, h1, h2, h3, h4, h5, h6, strong, em, b, i, legend, figcaption, blockquote, td, th, img"


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css(TEXT):
        index = tab_index(node)
        if index is None or index < 0 or not exposure.displayed(node):
            continue
        if does_something(node):
            yield Passed(at(node), "operable")
        else:
            yield Failed(at(node), "focusable", tag=node.tag)


def does_something(node: LexborNode) -> bool:
    written = attributes(node)
    # A script finds its elements by class or data attribute too; a role is what it would give a control.
    return "role" in written or "contenteditable" in written or any(name.startswith("on") for name in written)
