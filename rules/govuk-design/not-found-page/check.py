"""Read the page that comes with status 404."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict

AGREED = re.compile(r"page not found", re.IGNORECASE)
JARGON = re.compile(r"\b(404|oops|requested url)\b", re.IGNORECASE)
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
