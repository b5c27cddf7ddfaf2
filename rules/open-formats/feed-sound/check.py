"""Name what a feed lacks."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.xml_document import Feed

RIGHT = {"atom": "2025-04-30T12:00:00Z", "rss": "Wed, 30 Apr 2025 12:00:00 GMT"}


def check(feed: Feed) -> Iterator[Verdict]:
    if not feed.title:
        yield Failed("", "untitled")
    for what, date in feed.bad_dates[:1]:
        yield Failed("", "date", what=what, date=date, right=RIGHT[feed.kind])
    if feed.without_identity:
        yield Failed("", "identity", count=feed.without_identity)
    if feed.title and not feed.bad_dates and not feed.without_identity:
        yield Passed("", "sound", entries=feed.entries)
