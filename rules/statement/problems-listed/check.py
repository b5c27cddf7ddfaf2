"""Look into the part on problems, where the statement claims less than full compliance."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import CRITERION, Statement, lacking

SHORTEST = 40  # characters; less is no more than a sentence that leads to a list


def check(statement: Statement) -> Iterator[Verdict]:
    if statement.status not in ("partially", "not"):
        return
    part = statement.part("problems")
    # Whoever lists criteria elsewhere has listed the problems; the headings are another rule's.
    if CRITERION.search(statement.text):
        yield Passed(part.heading.at if part else statement.at, "listed")
    elif part is None:
        yield lacking(statement, "none", status=statement.status)
    elif len(part.text) - len(part.heading.text) < SHORTEST:
        yield Failed(part.heading.at, "empty")
    else:
        yield Failed(part.heading.at, "criteria")
