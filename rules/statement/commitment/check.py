"""Look for a sentence that commits the organisation."""

import re
from collections.abc import Iterator

from govlint import Passed, Verdict
from govlint.facts.statement import Statement, lacking

COMMITTED = re.compile(
    r"commit(ted|s|ment)\b.{0,120}\baccessib|want (as many people as possible|everyone|everybody|all).{0,60}\buse\b"
    r"|ymrwym|eisiau i gynifer",
    re.IGNORECASE,
)


def check(statement: Statement) -> Iterator[Verdict]:
    if COMMITTED.search(statement.text):
        yield Passed(statement.at, "made")
    else:
        yield lacking(statement, "none")
