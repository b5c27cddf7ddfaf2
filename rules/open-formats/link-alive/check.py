"""See whether a page came in place of a file."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import name_of

PAGES = ("text/html", "application/xhtml+xml")


def check(signature: str, promised: str, media_type: str) -> Iterator[Verdict]:
    if not promised:
        return
    if signature == "html" and media_type in PAGES:
        yield Failed("", "page", promised=name_of(promised))
    else:
        yield Passed("", "alive")
