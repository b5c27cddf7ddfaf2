"""Compare the words of the title with those of the h1."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.wording import meaningful


def check(by_role: Mapping[str, tuple[LexborNode, ...]], title: str, names: Names) -> Iterator[Verdict]:
    headings = [node for node in by_role.get("heading", ()) if node.tag == "h1"]
    if not title or len(headings) != 1:
        return
    (node,) = headings
    heading = names.of(node)
    # A heading of empty words alone, such as “What are you?”, cannot be compared.
    if not meaningful(heading):
        return
    if meaningful(heading) & meaningful(title):
        yield Passed(at(node), "agrees")
    else:
        yield Failed(at(node), "differs", title=title, heading=heading)
