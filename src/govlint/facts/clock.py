"""The day on which something was received."""

from __future__ import annotations

from datetime import UTC, date
from email.utils import parsedate_to_datetime

from ..evidence.fact import NotGathered, fact
from .http import Headers


@fact
def today(headers: Headers) -> date:
    """The day by the server's own clock (UTC), so that judging old evidence gives the old answer."""
    try:
        return parsedate_to_datetime(headers["date"]).astimezone(UTC).date()
    except (KeyError, ValueError, OverflowError):
        raise NotGathered("The server sent no Date header, so it is not known which day it was.") from None
