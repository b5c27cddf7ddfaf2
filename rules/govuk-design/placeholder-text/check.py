"""Read the page for words that only held a place."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at, words

LOREM = re.compile(r"\blorem ipsum\b.{0,30}", re.IGNORECASE)
TEMPLATE = re.compile(
    r"service name goes here|\[(?:insert|enter|add|your|name of|organisation name|service name)\b[^\]]{0,60}\]|\bTODO:",
    re.IGNORECASE,
)
PARTS = "h1, h2, h3, h4, p, li, dt, dd, td, th, caption, label, legend, summary, a, span, strong, figcaption"


def check(dom) -> Iterator[Verdict]:
    if dom.body is None:
        return
    # The raw text has more in it than is read, and comes a hundred times faster.
    raw = re.sub(r"\s+", " ", dom.body.text(separator=" "))
    for pattern, key in ((LOREM, "lorem"), (TEMPLATE, "template")):
        found = pattern.search(raw) and pattern.search(words(dom.body))
        if found:
            place = next((node for node in dom.body.css(PARTS) if pattern.search(words(node))), None)
            yield Failed(at(place) if place is not None else "body", key, text=found[0])
