"""Read the viewport; the last one that is written wins in browsers."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.metadata import Meta
from govlint.facts.place import at

DEVICE_WIDTH = re.compile(r"(^|[,;\s])width\s*=\s*device-width\b", re.IGNORECASE)
# A scale without a width gives the width of the device as well.
SCALED = re.compile(r"(^|[,;\s])initial-scale\s*=", re.IGNORECASE)
ANY_WIDTH = re.compile(r"(^|[,;\s])width\s*=", re.IGNORECASE)


def check(dom: LexborHTMLParser, metas: tuple[Meta, ...]) -> Iterator[Verdict]:
    viewports = [meta for meta in metas if meta.name == "viewport"]
    if not viewports:
        yield Failed(at(dom.css_first("html")), "missing")
        return

    last = viewports[-1]
    scaled = SCALED.search(last.content) and not ANY_WIDTH.search(last.content)
    if DEVICE_WIDTH.search(last.content) or scaled:
        yield Passed(last.at, "there")
    else:
        yield Failed(last.at, "fixed", content=last.content)
