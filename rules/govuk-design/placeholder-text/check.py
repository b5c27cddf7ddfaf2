"""Read the page for words that only held a place."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import children
from govlint.facts.place import at, words

LOREM = re.compile(r"\blorem ipsum\b", re.IGNORECASE)
TEMPLATE = re.compile(
    r"service name goes here|\[(?:insert|enter|add|your|service name)\b[^\]]*\]|\bTODO:",
    re.IGNORECASE,
)


def check(dom) -> Iterator[Verdict]:
    if dom.body is None:
        return
    for pattern, key in ((LOREM, "lorem"), (TEMPLATE, "template")):
        found = says(dom.body, pattern)
        if found:
            yield Failed(at(innermost(dom.body, pattern)), key, text=found[0])


def innermost(node, pattern: re.Pattern[str]):
    """The smallest element, the first of several, that has the words."""
    inner = next((child for child in children(node) if says(child, pattern)), None)
    return node if inner is None else innermost(inner, pattern)


def says(node, pattern: re.Pattern[str]) -> re.Match[str] | None:
    # The raw text has more in it than is read, and comes a hundred times faster.
    return pattern.search(" ".join(node.text(separator=" ").split())) and pattern.search(words(node))
