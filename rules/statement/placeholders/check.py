"""Look for the blanks that the model statement and its copies have, in square brackets or capital letters."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import Statement

BLANK = re.compile(
    r"\[(?:[^\[\]]{0,80}\b)?(?:insert|fill in|your|name of|date|organisation|email|website|add|describe|list|value|url|delete|enter|select"
    r"|phone|number|link|domain|tbc|todo|enw|dyddiad)\b[^\[\]]{0,80}\]|\bX{3,}\b|\bTBC\b",
    re.IGNORECASE,
)
DAYS_AS_WORDS = re.compile(r"\bDD[ /-]MM[ /-]YYYY\b")


def check(statement: Statement) -> Iterator[Verdict]:
    blanks = [found[0] for pattern in (BLANK, DAYS_AS_WORDS) for found in pattern.finditer(statement.text)]
    for text in dict.fromkeys(blanks):
        yield Failed(statement.at, "blank", text=text)
    if not blanks:
        yield Passed(statement.at, "filled")
