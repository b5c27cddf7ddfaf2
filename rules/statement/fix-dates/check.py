"""Look for dates in sentences that promise something."""

import re
from collections.abc import Iterator
from datetime import date

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import Statement
from govlint.facts.written_dates import date_at_start, sentences

# A promise, then a word of time right before the date.
PROMISE = re.compile(
    r"\b(will|plan(s|ned)? to|aim(s|ing)? to|intend(s|ed)? to|hope to|expect(ed)? to|working to|due to be|(to|should) be"
    r" (fixed|resolved|completed|addressed)|fix(ed)? (this|these|it|them) by|target date|byddwn|bwriadu)\b",
    re.IGNORECASE,
)
BY = r"\b(by|before|until|in|during|around|target date:?|erbyn|cyn)\s+(the )?((end|start|middle|beginning) of |diwedd )?$"
FIRST = re.compile(r"\b(By|Before|Erbyn)\s+(the )?(end of )?$")
# The law's own dates, and what was published before a day.
NOT_PROMISED = re.compile(r"published (before|since|after)|regulations|from \d", re.IGNORECASE)


def check(statement: Statement, today: date | None = None) -> Iterator[Verdict]:
    promised = [day for sentence in sentences(statement.text) for day in promised_in(sentence)]
    late = [day for day in promised if today and day < today]
    for day in sorted(set(late)):
        yield Failed(statement.at, "passed", day=f"{day.day} {day:%B %Y}")
    if promised and not late and today:
        yield Passed(statement.at, "ahead")


def promised_in(sentence: str) -> Iterator[date]:
    if NOT_PROMISED.search(sentence):
        return
    for word in re.finditer(r"\S+", sentence):
        before, after = sentence[: word.start()], sentence[word.start() :]
        # "By May we will", but not "in May we tested, and will again".
        promised = PROMISE.search(before) or (FIRST.search(before) and PROMISE.search(after))
        if promised and re.search(BY, before, re.IGNORECASE):
            if day := date_at_start(after):
                yield day
