"""Look for the sentence on the scope, and for the host of the page in the statement."""

import re
from collections.abc import Iterator

from govlint import CantTell, Passed, Verdict
from govlint.facts.hosts import host
from govlint.facts.statement import Statement, lacking

SCOPE = re.compile(
    r"\bappl(y|ies) (only )?to\b|\bcovers?\b|\brelates? to\b|\bis about\b|\bfor (the|this) .{0,60}\b(website|service|site|app)\b"
    r"|\b(berthnasol|gymwys) i\b|\bar gyfer\b|cwmpasu",
    re.IGNORECASE,
)
PART = re.compile(r"\b(appl(y|ies)|covers?|relates?) only\b|\bonly (appl(y|ies)|covers?|relates?)\b|\bparts? of (this|our|the) (website|site|service)", re.IGNORECASE)
FOR = re.compile(r"\b(for|of|ar gyfer)\s+\S|^.{3,}accessibility statement$", re.IGNORECASE)


def check(statement: Statement, url: str, public_host: bool) -> Iterator[Verdict]:
    heading = statement.heading.text if statement.heading else ""
    if not SCOPE.search(statement.text) and not FOR.search(heading):
        yield lacking(statement, "none")
    elif public_host and host(url) not in statement.text.lower() and not FOR.search(heading):
        yield CantTell(statement.at, "host", host=host(url))
    elif parts := [sentence for sentence in statement.saying(SCOPE) if PART.search(sentence)]:
        yield CantTell(statement.at, "part", text=parts[0])
    else:
        yield Passed(statement.at, "said")
