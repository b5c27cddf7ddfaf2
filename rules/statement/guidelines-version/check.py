"""Look for the version of the guidelines."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import Statement

VERSION = re.compile(
    r"(?:WCAG|Web Content Accessibility Guidelines|Canllawiau Hygyrchedd Cynnwys[^.]{0,10}We)"
    r"[^.]{0,40}?\b(2\.[0-9])\b(?!\.\d)|\b(?:version|fersiwn) (2\.[0-9])\b",
    re.IGNORECASE,
)
LEVEL = re.compile(r"\bAA\b|double[- ]A\b")


def check(statement: Statement) -> Iterator[Verdict]:
    named = [found[1] or found[2] for found in VERSION.finditer(statement.text)]
    if not named:
        yield Failed(statement.at, "none")
    elif max(named) < "2.2":
        yield Failed(statement.at, "old", version=max(named))
    elif not LEVEL.search(statement.text):
        yield Failed(statement.at, "level")
    else:
        yield Passed(statement.at, "current")
