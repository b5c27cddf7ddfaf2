"""Look for fields that cut what is written in them."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at, attributes

# Fields for short codes are about as long as the code.
SHORT = 20


def check(govuk_page) -> Iterator[Verdict]:
    for field in govuk_page.css("input[maxlength], textarea[maxlength]"):
        length = attributes(field)["maxlength"].strip()
        if attributes(field).get("type", "text").lower() in ("text", "password") and length.isdecimal() and int(length) >= SHORT:
            yield Failed(at(field), "cut", tag=field.tag, length=length)
