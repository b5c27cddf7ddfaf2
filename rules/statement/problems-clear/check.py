"""Look at each item of a list of problems, and for sentences that name none."""

import re
from collections.abc import Iterator

from govlint import CantTell, Passed, Verdict
from govlint.facts.statement import CRITERION, Statement

VAGUE = re.compile(
    r"\b(pages?|parts?|areas?|content|website|site|documents?|files?|PDFs?) (\w+ ){0,4}(may|might|is|are) not (be )?(fully |completely |always |all )?accessible\b",
    re.IGNORECASE,
)


def check(statement: Statement) -> Iterator[Verdict]:
    part = statement.part("problems")
    if part is None:
        return
    others = [other for name in ("burden", "exempt") if (other := statement.part(name))]
    elsewhere = {item.at.selector for other in others for item in other.items}
    # A heading such as “1.1.1 Non-text Content” speaks for the items below it.
    under = {item.at.selector for below in statement.parts if CRITERION.search(below.heading.text) for item in below.items}
    if CRITERION.search(part.text):
        for item in part.items:
            if CRITERION.search(item.text) or item.at.selector in under:
                yield Passed(item.at, "clear")
            elif item.at.selector not in elsewhere:
                yield CantTell(item.at, "criterion", text=item.text)
    for text in part.sentences:
        if VAGUE.search(text) and not CRITERION.search(text):
            yield CantTell(part.heading.at, "vague", text=text)
