"""Look for the legend of each fieldset that holds fields."""

from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.controls import Control
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.surroundings import ancestors


def check(
    dom: LexborHTMLParser, exposure: Exposure, names: Names, controls: tuple[Control, ...]
) -> Iterator[Verdict]:
    held = Counter(above.mem_id for c in controls for above in ancestors(c.node) if above.tag == "fieldset")
    for node in dom.css("fieldset"):
        # Around one field, or none, a fieldset is only a box.
        if held[node.mem_id] < 2 or not exposure.exposed(node) or node.attributes.get("role") in ("presentation", "none"):
            continue
        # Legends of fieldsets within are not meant.
        legends = [n for n in node.css("legend") if next(a for a in ancestors(n) if a.tag == "fieldset").mem_id == node.mem_id]
        direct = [n for n in legends if n.parent is not None and n.parent.mem_id == node.mem_id]
        if names.of(node):
            yield Passed(at(node), "begins-so")
        elif direct:
            yield Failed(at(direct[0]), "empty")
        elif legends:
            yield Failed(at(legends[0]), "misplaced")
        else:
            yield Failed(at(node), "none")
