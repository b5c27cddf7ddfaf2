"""Read what the other name of the site answers; one that does not answer is fine."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import whole_host
from govlint.facts.well_known import FirstAnswer

FOR_GOOD = (301, 308)


def check(other_name: FirstAnswer) -> Iterator[Verdict]:
    other, status = whole_host(other_name.url), other_name.status
    if status >= 400:
        return
    if not other_name.target or whole_host(other_name.target) == other:
        yield Failed("", "both", other=other)
    elif other_name.target.startswith("http:"):
        yield Failed("", "plain", other=other, to=other_name.target)
    elif status not in FOR_GOOD:
        yield Failed("", "temporary", other=other, status=status)
    else:
        yield Passed("", "one", other=other)
