"""Look at the item of the current page."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, words


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for item in govuk_classes.get("govuk-pagination__item--current", ()):
        if item.css_first('[aria-current="page"], [aria-current="true"]') is not None:
            yield Passed(at(item), "said")
        else:
            yield Failed(at(item), "unsaid", text=words(item))
