"""Look at the columns of tables that hold nothing but money."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import children, has_class
from govlint.facts.place import at, words

MONEY = re.compile(r"[-−]?£[\d,]+(\.\d\d)?")
FEWEST = 2


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for table in govuk_classes.get("govuk-table", ()):
        rows = [children(row) for row in table.css("tbody tr")]
        if len(rows) < FEWEST or len({len(row) for row in rows}) > 1:
            continue
        for number, first in enumerate(rows[0]):
            column = [row[number] for row in rows]
            if not all(MONEY.fullmatch(words(cell)) for cell in column):
                continue
            if any(has_class(cell, "govuk-table__cell--numeric") for cell in column):
                yield Passed(at(first), "right")
            else:
                yield Failed(at(first), "left")
