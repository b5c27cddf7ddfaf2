"""Read pages that come with a status of 500 or more."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict

JARGON = re.compile(
    r"\b(internal server error|bad gateway|gateway time-?out|service temporarily unavailable|oops|unhandled|exception|error 50\d|50\d error)\b",
    re.IGNORECASE,
)
SERVER = 500


def check(status: int, title: str, main_text: str) -> Iterator[Verdict]:
    if status < SERVER:
        return
    jargon = JARGON.search(title) or JARGON.search(main_text)
    if jargon:
        yield Failed("html", "jargon", word=jargon[0])
    else:
        yield Passed("html", "plain")
