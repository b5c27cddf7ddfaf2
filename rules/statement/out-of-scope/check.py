"""Look for what is said to be exempt, and for one of the exemptions that regulation 4 has."""

import re
from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.statement import NO_CLAIM, Statement

CLAIMED = re.compile(
    r"\b(not|outside|out of|beyond) (within |in )?(the |of )?scope\b|\bexempt(ed|ion)? (from|under)\b"
    r"|regulations do not (require|apply|cover)|y tu allan i gwmpas",
    re.IGNORECASE,
)
# Regulation 4(2): old documents and recordings, live media, maps, other people's content, heritage, intranets, archives.
EXEMPT = re.compile(
    r"\b(September|Medi) 20(18|19|20)\b|\blive\b|\bbyw\b|\bmaps?\b|\bmapiau\b|third[- ]part|rydydd part|heritage|treftadaeth"
    r"|archive|archif|\bintranet|\bregulations (do not|say|exempt|apply)",
    re.IGNORECASE,
)
SHORTEST = 4  # words; less is no claim


def check(statement: Statement) -> Iterator[Verdict]:
    part = statement.part("exempt")
    if part is None:
        for text in statement.saying(CLAIMED)[:1]:
            yield Failed(statement.at, "heading", text=text)
        return
    doubtful = [text for text in part.sentences if len(text.split()) >= SHORTEST and not NO_CLAIM.search(text)]
    if EXEMPT.search(" ".join(part.sentences)):
        yield Passed(part.heading.at, "told")
    else:
        yield from (CantTell(part.heading.at, "reason", text=text) for text in doubtful)
