"""Count the options that stand side by side."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at

MOST = 2


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for radios in govuk_classes.get("govuk-radios--inline", ()):
        count = len(radios.css(".govuk-radios__item"))
        if count > MOST:
            yield Failed(at(radios), "many", count=count)
        elif radios.css_first(".govuk-radios__conditional") is not None:
            yield Failed(at(radios), "opens")
        elif count:
            yield Passed(at(radios), "two")
