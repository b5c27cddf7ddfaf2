"""Look for a link about privacy on pages with fields for personal data."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.page import Link
from govlint.facts.personal import PersonalField

ABOUT_PRIVACY = re.compile(
    r"privacy|preifatrwydd|data protection|data-protection|diogelu data|personal (data|information)|gwybodaeth bersonol|charter",
    re.IGNORECASE,
)


def check(personal_fields: tuple[PersonalField, ...], links: tuple[Link, ...]) -> Iterator[Verdict]:
    if not personal_fields:
        return
    if any(ABOUT_PRIVACY.search(f"{link.text} {link.href}") for link in links):
        yield Passed("html", "linked")
    else:
        first = personal_fields[0]
        yield Failed(first.at, "missing", kind=first.kind)
