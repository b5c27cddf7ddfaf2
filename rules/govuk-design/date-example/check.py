"""Read the examples in the hints of date inputs."""

import re
from collections.abc import Iterator
from datetime import date

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import ancestors
from govlint.facts.place import at, words

EXAMPLE = re.compile(r"(?<!\S)(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)")
MONTHS = 12


def check(govuk_classes: dict) -> Iterator[Verdict]:
    dates = govuk_classes.get("govuk-date-input", ())
    around = {above.mem_id for node in dates for above in ancestors(node) if above.tag not in ("form", "main", "body", "html")}
    for hint in govuk_classes.get("govuk-hint", ()):
        example = EXAMPLE.search(words(hint))
        if example is None or hint.parent.mem_id not in around:
            continue
        day, month, year = (int(part) for part in example.groups())
        if not is_date(day, month, year):
            yield Failed(at(hint), "no-date", text=example[0])
        elif day <= MONTHS and day != month:
            yield Failed(at(hint), "unclear", text=example[0])
        else:
            yield Passed(at(hint), "clear")


def is_date(day: int, month: int, year: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False
