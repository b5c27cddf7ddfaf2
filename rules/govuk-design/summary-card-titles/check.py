"""Compare the titles of summary cards."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, words


def check(govuk_classes: dict) -> Iterator[Verdict]:
    seen: set[str] = set()
    titles = govuk_classes.get("govuk-summary-card__title", ())
    for title in titles:
        said = words(title).lower()
        if said and said in seen:
            yield Failed(at(title), "again", title=words(title))
        seen.add(said)
    if len(titles) > 1 and len(seen) == len(titles):
        yield Passed(at(titles[0]), "alone")
