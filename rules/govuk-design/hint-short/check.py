"""Count the words of hints that fields name, and look for what is lost when they are read out."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at, attributes, words

# The longest hint in the examples of the Design System has 22 words.
MOST_WORDS = 60
LOST = "ul, ol, table, h1, h2, h3, h4, h5, h6"


def check(govuk_classes: dict, described_by: dict) -> Iterator[Verdict]:
    for hint in govuk_classes.get("govuk-hint", ()):
        if attributes(hint).get("id") not in described_by:
            continue
        lost, count = hint.css_first(LOST), len(words(hint).split())
        if lost is not None:
            yield Failed(at(hint), "structure", tag=lost.tag)
        elif count > MOST_WORDS:
            yield Failed(at(hint), "long", count=count)
