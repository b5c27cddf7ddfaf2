"""Read the document type before the first element; comments may stand before it."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict

# Atomic groups, so that a hostile page cannot make it go back.
BEFORE = re.compile(r"(?:\s|(?><!--(?:-?>|.*?--!?>))|(?><\?.*?>))*+", re.DOTALL)
DOCTYPE = re.compile(r"<!doctype\s+([^>]*)>", re.IGNORECASE)
HTML5 = re.compile(r"html\s*(?:SYSTEM\s+(?:\"about:legacy-compat\"|'about:legacy-compat'))?\s*", re.IGNORECASE)
KNOWN = re.compile(r"-//W3C//DTD ([^/]+)//", re.IGNORECASE)


def check(html: str) -> Iterator[Verdict]:
    found = DOCTYPE.match(html, BEFORE.match(html).end())
    if found is None:
        yield Failed("html", "missing")
    elif HTML5.fullmatch(found[1]):
        yield Passed("html", "html5")
    else:
        named = KNOWN.search(found[1])
        yield Failed("html", "old", said=named[1] if named else found[1])
