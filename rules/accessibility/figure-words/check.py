"""Look for images that a figure presents and their alt calls decoration."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import CantTell, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at, words


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    for figure in dom.css("figure"):
        caption = figure.css_first("figcaption")
        for image in figure.css("img[alt]"):
            if caption is None or not words(caption) or not exposure.exposed(image):
                continue
            if names.of(image):
                yield Passed(at(image), "worded")
            else:
                yield CantTell(at(image), "look")
