"""Look for fields that the browser is told to insist on."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at


def check(govuk_page) -> Iterator[Verdict]:
    for field in govuk_page.css("input[required], select[required], textarea[required]"):
        yield Failed(at(field), "required", tag=field.tag)
