"""Look for a mail address, a telephone number or a link to a form in the statement itself."""

import re
from collections.abc import Iterator

from govlint import Passed, Verdict
from govlint.facts.statement import Statement, lacking

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
PHONE = re.compile(r"(\+44|\b0)[\d\s()-]{8,}\d")
FORM = re.compile(r"contact|feedback|report|form\b|email|enquir|write to|call us|cysyllt|adborth|ffurflen|e-bost|rhoi gwybod", re.IGNORECASE)
# Theirs is the enforcement body's address, not the site's.
NOT_OURS = ("equalityadvisoryservice", "equalityhumanrights", "equalityni")


def check(statement: Statement) -> Iterator[Verdict]:
    ours = [link for link in statement.links if not any(name in link.url for name in NOT_OURS)]
    by_link = any(link.href.lower().startswith(("mailto:", "tel:")) or FORM.search(f"{link.text} {link.href}") for link in ours)
    if by_link or EMAIL.search(statement.text) or PHONE.search(statement.text):
        yield Passed(statement.at, "given")
    else:
        yield lacking(statement, "none")
