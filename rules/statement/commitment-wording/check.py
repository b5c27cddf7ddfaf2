"""Compare the commitment with that of the model statement; there are several translations of it into Welsh."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import COMMITTED, Statement

LEGAL = re.compile(
    r"\b(is|are) committed to making (its|our|their|the|this) .{1,80}? accessible,? in accordance with the Public Sector Bodies "
    r"\(Websites and Mobile Applications\) \(No\. ?2\) Accessibility Regulations 2018",
    re.IGNORECASE,
)


def check(statement: Statement) -> Iterator[Verdict]:
    made = statement.saying(COMMITTED)
    if not made or statement.welsh:
        return
    if LEGAL.search(statement.text):
        yield Passed(statement.at, "same")
    else:
        yield Failed(statement.at, "worded", text=made[0])
