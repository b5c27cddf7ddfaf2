"""Look for placeholder text in fields."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at, attributes


def check(govuk_page) -> Iterator[Verdict]:
    for field in govuk_page.css("input, textarea"):
        text = attributes(field).get("placeholder", "").strip()
        if text:
            yield Failed(at(field), "placeholder", tag=field.tag, text=text)
