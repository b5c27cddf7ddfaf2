"""Read the status, and see whether a page came in place of a file."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.formats import name_of
from govlint.facts.signatures import recognise

# Asked to sign in, or kept out as a program; people may fare better.
REFUSED = (401, 403, 407, 429, 503)
PAGES = ("text/html", "application/xhtml+xml")


def check(status: int, promised: str, media_type: str, body: bytes) -> Iterator[Verdict]:
    if status in REFUSED:
        yield CantTell("", "refused", status=status)
    elif status >= 400:
        yield Failed("", "gone", status=status)
    elif promised and media_type in PAGES and recognise(body[:4096]) == "html":
        yield Failed("", "page", promised=name_of(promised))
    else:
        yield Passed("", "alive")
