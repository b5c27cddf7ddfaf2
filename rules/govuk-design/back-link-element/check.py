"""Look at what the back link is made of."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for link in govuk_classes.get("govuk-back-link", ()):
        href = attributes(link).get("href", "").strip()
        if link.tag != "a":
            yield Failed(at(link), "no-link", tag=link.tag)
        elif href.lower().startswith("javascript:") or not href:
            yield Failed(at(link), "no-address", href=href)
        else:
            yield Passed(at(link), "leads")
