"""Read what the host answers to plain HTTP; a host that does not listen there is fine."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import whole_host
from govlint.facts.well_known import FirstAnswer

FOR_GOOD = (301, 308)


def check(plain_http: FirstAnswer) -> Iterator[Verdict]:
    where, status = whole_host(plain_http.url), plain_http.status
    if status >= 400:
        yield Passed("", "closed", host=where)
    elif not plain_http.target:
        yield Failed("", "served", host=where, status=status)
    elif not plain_http.target.startswith("https:"):
        yield Failed("", "plain", host=where, to=plain_http.target)
    elif status not in FOR_GOOD:
        yield Failed("", "temporary", host=where, status=status)
    else:
        yield Passed("", "sent-on", host=where)
