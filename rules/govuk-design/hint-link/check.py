"""Look for links in hints that fields name."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at, attributes, words


def check(govuk_classes: dict, described_by: dict) -> Iterator[Verdict]:
    for hint in govuk_classes.get("govuk-hint", ()):
        if attributes(hint).get("id") not in described_by:
            continue
        for link in hint.css("a[href]"):
            yield Failed(at(link), "link", text=words(link))
