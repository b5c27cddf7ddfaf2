"""Look for the answers on the page that asks to check them."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, words

CHECKED = re.compile(r"(now )?check (all )?(your|the) answers\b", re.IGNORECASE)


def check(govuk_page, main) -> Iterator[Verdict]:
    heading = main.css_first("h1")
    if heading is None or not CHECKED.match(words(heading)):
        return
    if main.css_first(".govuk-summary-list") is None:
        yield Failed(at(heading), "no-list", heading=words(heading))
    elif not any(part.css("a[href], button") for part in main.css(".govuk-summary-list, .govuk-summary-card")):
        yield Failed(at(heading), "no-change", heading=words(heading))
    else:
        yield Passed(at(heading), "listed")
