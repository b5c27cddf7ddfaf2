"""Look for a sentence that commits the organisation."""

from collections.abc import Iterator

from govlint import Passed, Verdict
from govlint.facts.statement import COMMITTED, Statement, lacking


def check(statement: Statement) -> Iterator[Verdict]:
    if COMMITTED.search(statement.text):
        yield Passed(statement.at, "made")
    else:
        yield lacking(statement, "none")
