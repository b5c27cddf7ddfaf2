"""Look for a word on testing."""

import re
from collections.abc import Iterator

from govlint import Passed, Verdict
from govlint.facts.statement import Statement, lacking

TESTED = re.compile(
    r"\b(was|were|has been|have been|we|last|and) (\w+ )?(tested|audited|assessed|evaluated)\b|\b(test|audit|self-assessment|evaluation) (was|of)\b"
    r"|\btest(ed|ing) by\b|profwyd|brofi|archwiliwyd|aseswyd",
    re.IGNORECASE,
)


def check(statement: Statement) -> Iterator[Verdict]:
    yield Passed(statement.at, "said") if TESTED.search(statement.text) else lacking(statement, "none")
