"""Look for the body that enforces the law where the site is, and for a link to the one that hears complaints there."""

import re
from collections.abc import Iterator

from govlint import Passed, Verdict
from govlint.facts.hosts import host
from govlint.facts.statement import Statement, lacking

BRITAIN = re.compile(r"Equality and Human Rights Commission|\bEHRC\b|Comisiwn Cydraddoldeb a Hawliau Dynol", re.IGNORECASE)
NORTH = re.compile(r"Equality Commission for Northern Ireland|\bECNI\b|Comisiwn Cydraddoldeb Gogledd Iwerddon", re.IGNORECASE)
# Hosts of public bodies in Northern Ireland.
NORTHERN_HOST = re.compile(r"(^|\.)(nidirect\.gov\.uk|[\w-]+-ni\.gov\.uk|hscni\.net|niassembly\.gov\.uk|psni\.police\.uk)$")


def check(statement: Statement, url: str) -> Iterator[Verdict]:
    part = statement.part("enforcement")
    place = part.heading.at if part else statement.at
    named = [bool(body.search(statement.text)) for body in (BRITAIN, NORTH)]
    linked = [any(name in link.url.lower() for link in statement.links) for name in ("equalityadvisoryservice.com", "equalityni.org")]
    faults = []
    if NORTHERN_HOST.search(host(url)):
        faults = [] if named[1] and linked[1] else ["northern"]
    elif not any(named):
        faults = ["no-body"] if any(linked) else ["no-body", "no-link"]
    elif not (named[0] and linked[0]) and not (named[1] and linked[1]):
        faults = ["no-link"]
    for key in faults:
        found = lacking(statement, key)
        yield type(found)(found.outcome, place, key)
    if not faults:
        yield Passed(place, "named")
