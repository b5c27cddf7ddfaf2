"""Look at the links of a feed."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.xml_document import Feed


def check(feed: Feed) -> Iterator[Verdict]:
    # In Atom links may be relative, and RSS has no link to itself of its own.
    lacks_self = feed.kind == "atom" and not feed.self_link
    if feed.relative:
        yield Failed("", "relative", link=feed.relative)
    elif lacks_self:
        yield Failed("", "self")
    else:
        yield Passed("", "whole")
