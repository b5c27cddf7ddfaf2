"""Take the title apart at its dashes."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at

DASH = re.compile(r" [-–—:] |\|")


def check(govuk_page, govuk_classes: dict, dom, title: str) -> Iterator[Verdict]:
    # A page without the GOV.UK header is not shown as one of GOV.UK, whatever its template.
    if not title or "govuk-header" not in govuk_classes:
        return
    node = dom.css_first("head > title")
    parts = [part.strip() for part in DASH.split(title)]
    if parts[-1] != "GOV.UK":
        yield Failed(at(node), "no-end")
    elif len(parts) < 2:
        yield Failed(at(node), "no-start", title=title)
    else:
        yield Passed(at(node), "whole")
