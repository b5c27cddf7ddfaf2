"""Look at how the title of a page with an error summary begins."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import ErrorSummary
from govlint.facts.place import at

PREFIX = re.compile(r"(\(?\d+ )?(errors?|gwall)\b", re.IGNORECASE)


def check(dom, title: str, language: str, error_summary: ErrorSummary) -> Iterator[Verdict]:
    place = at(dom.css_first("head > title") or dom.css_first("html"))
    if PREFIX.match(title):
        yield Passed(place, "prefixed")
    elif title and language.lower().split("-")[0] in ("en", "cy", ""):
        yield Failed(place, "no-prefix", title=title)
