"""Compare what the main heading says with the status of the answer."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.page import Heading

ERRORS = re.compile(
    r"(error )?(404|500|503)?[:\s–—-]*(page (not|cannot be|could not be|can.t be) found|not found|internal server error"
    r"|service unavailable|sorry, there is a problem with (the|this) service|sorry, (the|this) service is unavailable"
    r"|heb ddod o hyd i.r dudalen)",
    re.IGNORECASE,
)


def check(headings: tuple[Heading, ...], status: int) -> Iterator[Verdict]:
    for heading in headings:
        if heading.level == 1 and status < 400 and ERRORS.fullmatch(heading.text.strip(" .!")):
            yield Failed(heading.at, "success", heading=heading.text, status=status)
