"""Look for dir on blocks of text in languages that are read from right to left."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.languages import RIGHT_TO_LEFT, primary, script_of
from govlint.facts.place import at, attributes
from govlint.facts.spoken import Passage
from govlint.facts.surroundings import ancestors

BLOCKS = frozenset("html body main article section div p blockquote ul ol dl table h1 h2 h3 h4 h5 h6 form fieldset".split())


def check(passages: tuple[Passage, ...]) -> Iterator[Verdict]:
    for part in passages:
        # A word or link within a line is set right by the browser itself.
        if primary(part.language) not in RIGHT_TO_LEFT or part.node.tag not in BLOCKS:
            continue
        if script_of(part.text) not in ("Arab", "Hebr"):
            continue
        if says_direction(part.node):
            yield Passed(at(part.node), "said")
        else:
            yield Failed(at(part.node), "unsaid", lang=part.language)


def says_direction(node: LexborNode) -> bool:
    nearest = next((a for a in (node, *ancestors(node)) if attributes(a).get("dir")), None)
    return nearest is not None and attributes(nearest)["dir"].strip().lower() in ("rtl", "auto")
