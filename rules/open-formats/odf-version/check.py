"""Read the version at the root of the content."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.odf import OdfReport

FIRST_CHOSEN = "1.2"


def check(odf: OdfReport) -> Iterator[Verdict]:
    if odf.locked or odf.broken:
        return
    number = re.match(r"\d\.\d", odf.version)
    if number is None:
        yield Failed("", "unsaid")
    elif number[0] < FIRST_CHOSEN:
        yield Failed("", "old", version=odf.version)
    else:
        yield Passed("", "current", version=odf.version)
