"""Look for words that say only that something is a picture."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.wording import plain

KINDS = frozenset(
    "image picture photo photograph graphic img pic icon logo figure illustration banner spacer blank placeholder "
    "untitled alt null undefined decorative thumbnail arrow bullet llun delwedd".split()
)
BEGINS = re.compile(r"(?:an? )?(?:image|picture|photo|photograph|graphic|icon) (?:of|showing)\b", re.IGNORECASE)


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    for node in dom.css(":is(img, [role=img])"):
        name = names.of(node)
        if not name or not exposure.exposed(node):
            continue
        if plain(name) in KINDS:
            yield Failed(at(node), "only-kind", name=name)
        elif BEGINS.match(name):
            yield Failed(at(node), "begins-so", name=name)
        else:
            yield Passed(at(node), "shows")
