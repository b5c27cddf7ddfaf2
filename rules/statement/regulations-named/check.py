"""Look for the name of the regulations; their number is part of it."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import Statement, lacking

NAMED = re.compile(r"accessibility regulations 2018|rheoliadau hygyrchedd.{0,120}2018|rheoliadau cyrff.{0,120}2018", re.IGNORECASE)
NUMBER = re.compile(r"\((No\.?|Rhif) ?2\)", re.IGNORECASE)


def check(statement: Statement) -> Iterator[Verdict]:
    if not NAMED.search(statement.text):
        yield lacking(statement, "none")
    elif not NUMBER.search(statement.text):
        yield Failed(statement.at, "number")
    else:
        yield Passed(statement.at, "named")
