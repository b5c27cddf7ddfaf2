"""Take the title apart at its dashes."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at

DASH = re.compile(r" [-–—:] |\|")


def check(govuk_page, dom, title: str) -> Iterator[Verdict]:
    node = dom.css_first("head > title")
    if node is None or not title:
        return
    parts = [part.strip() for part in DASH.split(title)]
    if parts[-1] != "GOV.UK":
        yield Failed(at(node), "no-end", title=title)
    elif len(parts) < 2:
        yield Failed(at(node), "no-start", title=title)
    else:
        yield Passed(at(node), "whole")
