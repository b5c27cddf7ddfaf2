"""The day on which something was received."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from ..evidence.fact import NotGathered, fact
from .http import Headers


@fact
def today(headers: Headers, visited: str = "") -> date:
    """The day in UTC by the server's clock, else by our own, so that judging old evidence gives the old answer."""
    try:
        return parsedate_to_datetime(headers["date"]).astimezone(UTC).date()
    except (KeyError, ValueError, OverflowError):
        pass
    if not visited:
        raise NotGathered("The server sent no Date header, so it is not known which day it was.")
    return datetime.fromisoformat(visited).astimezone(UTC).date()
