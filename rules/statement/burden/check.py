"""Look at how a disproportionate burden is claimed."""

import re
from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.statement import NO_CLAIM, Statement

CLAIM = re.compile(r"disproportionate burden|baich anghymesur", re.IGNORECASE)
ASSESSED = re.compile(r"assess|cost|benefit|resourc|weigh|ases|adnodd", re.IGNORECASE)


def check(statement: Statement) -> Iterator[Verdict]:
    if not CLAIM.search(statement.text):
        return
    part = statement.part("burden")
    words = part.text if part else statement.text
    if part is None:
        yield Failed(statement.at, "heading")
    elif NO_CLAIM.search(words) or ASSESSED.search(words):
        yield Passed(part.heading.at, "sound")
    else:
        yield CantTell(part.heading.at, "assessed", text=" ".join(part.sentences))
