"""Read the page that comes with status 404."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict

AGREED = re.compile(r"(error: )?(page|this page|sorry, (this|the) page) (not|cannot be|can.t be|could not be) found|page not found", re.IGNORECASE)
JARGON = re.compile(r"\b(40[34]|oops|whoops|bad request|http error|requested url)\b", re.IGNORECASE)
NOT_FOUND = 404


def check(status: int, title: str, language: str, main_text: str) -> Iterator[Verdict]:
    if status != NOT_FOUND or language.lower().partition("-")[0] not in ("en", ""):
        return
    jargon = JARGON.search(title) or JARGON.search(main_text)
    if jargon:
        yield Failed("html", "jargon", word=jargon[0])
    elif not AGREED.search(title):
        yield Failed("html", "title", title=title)
    else:
        yield Passed("html", "plain")
