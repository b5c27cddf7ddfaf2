"""Look for a link to a licence, by its rel or by its address."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.metadata import Relation
from govlint.facts.page import Link

LICENCES = re.compile(r"nationalarchives\.gov\.uk/(doc|cymru/.*)/?open-government-licence|creativecommons\.org/(licenses|publicdomain)/")
ABOUT = re.compile(r"\b(copyright|licence|trwydded|hawlfraint|re-use|terms)\b", re.IGNORECASE)


def check(links: tuple[Link, ...], relations: tuple[Relation, ...]) -> Iterator[Verdict]:
    if not links:
        return
    named = any("license" in relation.rels for relation in relations) or any(is_licence(link) for link in links)
    yield Passed("html", "named") if named else Failed("html", "missing")


def is_licence(link: Link) -> bool:
    by_rel = "license" in link.attributes.get("rel", "").lower().split()
    return by_rel or bool(LICENCES.search(link.url)) or bool(ABOUT.search(link.text))
