"""Look for scripts in the page that write words on a canvas which has none for assistive technology."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at, attributes, words

WRITES = re.compile(r"\.(?:fill|stroke)Text\(\s*['\"`][^'\"`]*[^\W\d_]{2}")


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    scripts = [script.text() or "" for script in dom.css("script")]
    for canvas in dom.css("canvas[id]"):
        name = attributes(canvas)["id"]
        # Which canvas a script writes on is sure only where it names that one and no other.
        named = re.compile(rf"[#'\"`]{re.escape(name)}['\"`]")
        writes = any(named.search(script) and WRITES.search(script) for script in scripts)
        if not writes or not exposure.displayed(canvas) or len(dom.css("canvas")) > 1:
            continue
        if words(canvas) or names.of(canvas):
            yield Passed(at(canvas), "said")
        else:
            yield Failed(at(canvas), "drawn")
