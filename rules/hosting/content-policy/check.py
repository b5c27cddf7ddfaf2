"""Look for a policy that says which scripts may run."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.policies import Policies


def check(policies: Policies) -> Iterator[Verdict]:
    if any(policy.sources("script-src-elem") is not None for policy in policies.obeyed):
        yield Passed("", "there")
    elif policies.obeyed:
        yield Failed("", "open")
    elif policies.reported:
        yield Failed("", "report-only")
    else:
        yield Failed("", "missing")
