"""Look for the enforcing body, and for a link to the one that hears complaints."""

import re
from collections.abc import Iterator

from govlint import Passed, Verdict
from govlint.facts.statement import Statement, lacking

BODY = re.compile(
    r"Equality and Human Rights Commission|\bEHRC\b|Equality Commission for Northern Ireland|\bECNI\b"
    r"|Comisiwn Cydraddoldeb a Hawliau Dynol|Comisiwn Cydraddoldeb Gogledd Iwerddon",
    re.IGNORECASE,
)
HEARS = ("equalityadvisoryservice.com", "equalityni.org", "equalityhumanrights.com")


def check(statement: Statement) -> Iterator[Verdict]:
    part = statement.part("enforcement")
    place = part.heading.at if part else statement.at
    faults = []
    if not BODY.search(statement.text):
        faults.append("no-body")
    if not any(name in link.url.lower() for link in statement.links for name in HEARS):
        faults.append("no-link")
    for key in faults:
        found = lacking(statement, key)
        yield type(found)(found.outcome, place, key)
    if not faults:
        yield Passed(place, "named")
