"""Look for the date on which the statement was prepared."""

from collections.abc import Iterator
from datetime import date

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import Statement, lacking

PREPARED = (r"\b(prepared|published|written|first made)\b", r"\bparatowyd|cyhoeddwyd|baratowyd")


def check(statement: Statement, today: date | None = None) -> Iterator[Verdict]:
    days = statement.dated(*PREPARED)
    if not days:
        yield lacking(statement, "none")
    elif today and min(days) > today:
        yield Failed(statement.at, "future", day=min(days).isoformat())
    else:
        yield Passed(statement.at, "said")
