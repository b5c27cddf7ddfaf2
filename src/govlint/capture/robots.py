"""What a site asks of robots, as RFC 9309 has it."""

from __future__ import annotations

from dataclasses import dataclass, field

from protego import Protego

from ..model.url import canonical
from .fetch import Session, Unreachable
from .limits import LONGEST_DELAY, ROBOTS_BYTES

TOKEN = "govlint"


@dataclass(frozen=True)
class Robots:
    """The robots.txt of one origin.

    `text` as it was read, empty if there is none. `closed` says why nothing at
    all may be visited, if that is not for a line of the file.
    """

    text: str = ""
    closed: str = ""
    _rules: Protego | None = field(default=None, repr=False, compare=False)

    def allows(self, url: str) -> bool:
        """Whether govlint may visit this address of the origin."""
        if self.closed:
            return False
        return self._rules is None or self._rules.can_fetch(url, TOKEN)

    @property
    def delay(self) -> float | None:
        """The seconds that the site wants between two visits (Crawl-delay)."""
        delay = self._rules.crawl_delay(TOKEN) if self._rules else None
        return delay if delay is not None and 0 < delay <= LONGEST_DELAY else None

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that the file names, as it writes them."""
        return tuple(self._rules.sitemaps) if self._rules else ()


def robots_for(session: Session, origin: str) -> Robots:
    """The robots.txt of an origin; it never raises.

    A status of 4xx means that there are no rules, 5xx that nothing may be visited
    (RFC 9309, section 2.3.1). A host that gives no answer at all is left to the
    visits themselves, which tell why.
    """
    address = canonical(f"{origin}/robots.txt")
    try:
        answer = session.get(address, body_limit=ROBOTS_BYTES)
    except Unreachable:
        return Robots()
    if answer.status >= 500:
        return Robots(
            closed=f"{address} answers with status {answer.status}, which RFC 9309 reads as"
            " a no to every robot. Mend it, or serve status 404."
        )
    if answer.status != 200:
        return Robots()
    text = answer.body.decode("utf-8-sig", "replace")
    return Robots(text, _rules=Protego.parse(text))
