"""Look for the sentences on testing, and for who tested and when in them."""

import re
from collections.abc import Iterator

from govlint import CantTell, Passed, Verdict
from govlint.facts.statement import Statement, lacking
from govlint.facts.written_dates import dates_in

TESTED = re.compile(
    r"\b(was|were|has been|have been|we|last|and) (\w+ )?(tested|audited|assessed|evaluated)\b|\b(test|audit|self-assessment|evaluation) (was|of)\b"
    r"|\btest(ed|ing) by\b|profwyd|brofi|archwiliwyd|aseswyd",
    re.IGNORECASE,
)
WHO = re.compile(r"\b(by|we|our|self-\w+|gan|ein)\b", re.IGNORECASE)


def check(statement: Statement) -> Iterator[Verdict]:
    told = " ".join(statement.saying(TESTED))
    if not told:
        yield lacking(statement, "none")
    elif WHO.search(told) and any(dates_in(told)):
        yield Passed(statement.at, "said")
    else:
        yield CantTell(statement.at, "thin", text=told)
