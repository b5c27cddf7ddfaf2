"""Find what opens a policy to any script; of several policies the strictest rules."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.policies import Policies

NAMED = re.compile(r"'(nonce-|sha(256|384|512)-)", re.IGNORECASE)
ANYWHERE = ("*", "https:", "http:", "data:", "blob:", "http://*", "https://*")


def check(policies: Policies) -> Iterator[Verdict]:
    limits = [sources for p in policies.obeyed if (sources := p.sources("script-src")) is not None]
    if not limits:
        return
    faults = min((list(openings(sources)) for sources in limits), key=len)
    yield from faults or [Passed("", "strict")]


def openings(sources: tuple[str, ...]) -> Iterator[Verdict]:
    words = [source.lower() for source in sources]
    named = any(NAMED.match(word) for word in words)

    # CSP3, 6.7.3.2 and 8.2: a hash or nonce switches 'unsafe-inline' off, 'strict-dynamic' the hosts.
    if "'unsafe-inline'" in words and not named and "'strict-dynamic'" not in words:
        yield Failed("", "inline")
    if "'unsafe-eval'" in words:
        yield Failed("", "eval")
    if not (named and "'strict-dynamic'" in words):
        yield from (Failed("", "anywhere", source=word) for word in words if word in ANYWHERE)
