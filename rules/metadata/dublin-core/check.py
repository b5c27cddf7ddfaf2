"""Hold names that begin with DC, DCTERMS or eGMS against the lists of terms."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.metadata import Meta

TERMS = set(
    "contributor coverage creator date description format identifier language publisher relation rights source subject title type"
    " abstract accessrights accrualmethod accrualperiodicity accrualpolicy alternative audience available bibliographiccitation conformsto"
    " created dateaccepted datecopyrighted datesubmitted educationlevel extent hasformat haspart hasversion instructionalmethod isformatof"
    " ispartof isreferencedby isreplacedby isrequiredby issued isversionof license mediator medium modified provenance references replaces"
    " requires rightsholder spatial tableofcontents temporal valid".split()
)
# The e-Government Metadata Standard, version 3.1, has these beside Dublin Core.
EGMS = TERMS | set("accessibility addressee aggregation digitalsignature disposal location mandate preservation status".split())
PREFIXED = re.compile(r"(?P<prefix>dc|dcterms|dct|egms)[.:](?P<term>[^.:]*)")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$", re.IGNORECASE)


def check(metas: tuple[Meta, ...]) -> Iterator[Verdict]:
    for meta in metas:
        if found := PREFIXED.match(meta.name):
            yield judged(meta, found["prefix"], found["term"])


def judged(meta: Meta, prefix: str, term: str) -> Verdict:
    # Qualified elements, as dc.date.issued, and terms under the prefix DC are both in wide use.
    known = EGMS if prefix == "egms" else TERMS
    if term not in known:
        return Failed(meta.at, "unknown", name=meta.name)
    if not meta.content:
        return Failed(meta.at, "empty", name=meta.name)
    if term == "language" and not LANGUAGE.match(meta.content):
        return Failed(meta.at, "language", content=meta.content)
    return Passed(meta.at, "known")
