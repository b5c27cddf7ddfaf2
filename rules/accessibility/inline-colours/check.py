"""Look for colours in style attributes."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure, declarations
from govlint.facts.place import at, attributes, words
from govlint.facts.surroundings import ancestors

COLOURS = ("color", "background-color", "background")
PICTURE = ("url(", "none", "linear-gradient(", "0 ")
NO_COLOUR = frozenset({"inherit", "initial", "unset", "revert", "transparent", "currentcolor", "none", ""})


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("[style]"):
        # Shapes of a drawing, and boxes without text such as the bars of a chart, hold nothing to read.
        if not exposure.displayed(node) or any(a.tag == "svg" for a in (node, *ancestors(node))) or not words(node):
            continue
        declared = declarations(attributes(node)["style"])
        found = [name for name in COLOURS if is_colour(name, declared.get(name, ""))]
        if found:
            yield Failed(at(node), "inline", property=found[0])
        else:
            yield Passed(at(node), "none")


def is_colour(name: str, value: str) -> bool:
    return value not in NO_COLOUR and not (name == "background" and value.startswith(PICTURE))
