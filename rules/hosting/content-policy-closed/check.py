"""Look for object-src and base-uri in policies that limit scripts; for base-uri, nothing else speaks."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.policies import Policies

ANYWHERE = {"*", "https:", "http:", "data:"}


def check(policies: Policies) -> Iterator[Verdict]:
    if all(policy.sources("script-src-elem") is None for policy in policies.obeyed):
        return
    limits = [sources for policy in policies.obeyed if (sources := policy.sources("object-src")) is not None]
    found = []
    if all(ANYWHERE & {source.lower() for source in sources} for sources in limits):
        found.append(Failed("", "objects"))
    if not any("base-uri" in policy.directives for policy in policies.obeyed):
        found.append(Failed("", "base"))
    yield from found or [Passed("", "closed")]
