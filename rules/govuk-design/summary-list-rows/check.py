"""Compare the rows of each summary list."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import has_class
from govlint.facts.place import at

WITHOUT = "govuk-summary-list__row--no-actions"


def check(govuk_classes: dict) -> Iterator[Verdict]:
    mixed = faulty = False
    for summary in govuk_classes.get("govuk-summary-list", ()):
        rows = summary.css(".govuk-summary-list__row")
        has_actions = {row.mem_id: row.css_first(".govuk-summary-list__actions") is not None for row in rows}
        if not any(has_actions.values()):
            continue
        odd = [row for row in rows if has_actions[row.mem_id] == has_class(row, WITHOUT)]
        for row in odd:
            yield Failed(at(row), "long" if has_actions[row.mem_id] else "short")
        mixed, faulty = True, faulty or bool(odd)
    if mixed and not faulty:
        yield Passed("html", "even")
