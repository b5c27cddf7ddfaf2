"""Look for number fields."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at


def check(govuk_page) -> Iterator[Verdict]:
    for field in govuk_page.css("input[type=number]"):
        yield Failed(at(field), "number")
