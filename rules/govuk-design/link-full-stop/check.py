"""Look at the last sign of links within sentences."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import inside
from govlint.facts.place import at, words

# A word that is written with its own stop, initials, and dots that go on.
OWN_STOP = re.compile(r"(\b(etc|ltd|inc|co|no|plc|vs|approx|jr|sr|st|dr)|\b[a-z]|\.)\.$", re.IGNORECASE)


def check(govuk_page) -> Iterator[Verdict]:
    for link in govuk_page.css("main p a[href]"):
        text, block = words(link), inside(link, "p")
        if text.endswith(".") and not OWN_STOP.search(text) and len(words(block)) > len(text):
            yield Failed(at(link), "within", text=text)
