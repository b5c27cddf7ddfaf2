"""Compare the main heading and the title of a statement with the words that people look for."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import NAME, Statement


def check(statement: Statement) -> Iterator[Verdict]:
    heading = statement.heading.text if statement.heading else ""
    faults = []
    if not heading:
        faults.append(Failed(statement.at, "none"))
    elif not NAME.search(heading):
        faults.append(Failed(statement.at, "heading", text=heading))
    if statement.title and not NAME.search(statement.title):
        faults.append(Failed("head > title", "title", text=statement.title))
    yield from faults or [Passed(statement.at, "named")]
