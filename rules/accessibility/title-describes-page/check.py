"""Look for the words of the title in the page."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at
from govlint.facts.spoken import Passage
from govlint.facts.wording import meaningful

# Words that carry meaning; a page of fewer may well do without those of its title.
FEWEST = 5


def check(dom: LexborHTMLParser, title: str, passages: tuple[Passage, ...]) -> Iterator[Verdict]:
    said = meaningful(title)
    shown = meaningful(" ".join(passage.text for passage in passages))
    if not said or len(shown) < FEWEST:
        return
    node = dom.css_first("title")
    if said & shown:
        yield Passed(at(node), "related")
    else:
        yield Failed(at(node), "unrelated", title=title)
