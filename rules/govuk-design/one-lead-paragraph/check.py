"""Count the paragraphs in large type."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at


def check(govuk_page) -> Iterator[Verdict]:
    large = govuk_page.css("main p.govuk-body-l")
    if len(large) > 1:
        yield Failed(at(large[1]), "several", count=len(large))
