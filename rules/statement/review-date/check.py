"""Look for the date of the last review, and compare it with the day of the visit."""

from collections.abc import Iterator
from datetime import date

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import Statement, lacking

REVIEWED = (r"\b(reviewed|updated|revised)\b", r"adolygwyd|diweddarwyd|hadolygu|diweddaru ddiwethaf")
PREPARED = (r"\bprepared\b", r"\b(paratowyd|baratowyd)")
YEAR = 365  # days


def check(statement: Statement, today: date | None = None) -> Iterator[Verdict]:
    days = statement.dated(*REVIEWED)
    prepared = statement.dated(*PREPARED)
    # What was prepared this year needs no review yet.
    if not days and today and prepared and 0 <= (today - max(prepared)).days <= YEAR:
        days = prepared
    if not days:
        yield lacking(statement, "none")
        return
    last = max(days)
    said = f"{last.day} {last:%B %Y}"
    if today and last > today:
        yield Failed(statement.at, "future", day=said)
    elif today and (today - last).days > YEAR:
        yield Failed(statement.at, "old", day=said)
    elif today:
        yield Passed(statement.at, "fresh")
