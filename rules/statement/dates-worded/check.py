"""Compare the sentences that have a date of the statement with those of the model statement."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import Statement
from govlint.facts.written_dates import dates_in

MODEL = {"prepared": re.compile(r"\bprepared on\b", re.IGNORECASE), "reviewed": re.compile(r"\blast reviewed on\b", re.IGNORECASE)}
# What people write instead; a page that is updated is not thereby reviewed.
OTHERS = {
    "prepared": re.compile(r"\bstatement (was|is|has been) (first )?(prepared|published|written|made|created)\b", re.IGNORECASE),
    "reviewed": re.compile(r"\b(reviewed|updated|revised)\b", re.IGNORECASE),
}


def check(statement: Statement) -> Iterator[Verdict]:
    if statement.welsh:
        return
    for key, model in MODEL.items():
        if any(any(dates_in(sentence)) for sentence in statement.saying(model)):
            yield Passed(statement.at, "same")
        elif told := [sentence for sentence in statement.saying(OTHERS[key]) if any(dates_in(sentence))]:
            yield Failed(statement.at, key, text=told[0])
