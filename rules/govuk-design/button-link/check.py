"""Look at links with the class of a button."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import has_class
from govlint.facts.place import at, attributes, words

# These have rules of their own.
ELSEWHERE = ("govuk-button--start", "govuk-exit-this-page__button")


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for node in govuk_classes.get("govuk-button", ()):
        if node.tag != "a" or has_class(node, *ELSEWHERE):
            continue
        if attributes(node).get("role") == "button":
            yield Passed(at(node), "acts")
        else:
            yield Failed(at(node), "bare", text=words(node))
