"""Look for one of the three claims in the words of the model statement."""

from collections.abc import Iterator

from govlint import Passed, Verdict
from govlint.facts.statement import Statement, lacking


def check(statement: Statement) -> Iterator[Verdict]:
    if statement.status:
        yield Passed(statement.at, "said", status=statement.status)
    else:
        part = statement.part("status")
        found = lacking(statement, "none")
        yield type(found)(found.outcome, part.heading.at, found.key) if part else found
