"""Read frame-ancestors, which comes before X-Frame-Options in browsers."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.http import Headers
from govlint.facts.policies import Policies

KNOWN = {"deny", "sameorigin"}
ANYWHERE = {"*", "https:", "http:"}


def check(policies: Policies, site_headers: Headers) -> Iterator[Verdict]:
    named = [p for p in policies.obeyed if "frame-ancestors" in p.directives]
    limits = [p.directives["frame-ancestors"] for p in named if p.by == "header"]
    options = {value.strip().lower() for value in site_headers.get("x-frame-options", "").split(",")} - {""}

    if limits:
        open_to = min(([s for s in sources if s.lower() in ANYWHERE] for sources in limits), key=len)
        yield Failed("", "anywhere", source=open_to[0]) if open_to else Passed("", "there")
    elif options and options <= KNOWN:
        yield Passed("", "there")
    elif options:
        yield Failed("", "useless", value=site_headers["x-frame-options"])
    elif named:
        yield Failed("", "in-page")
    else:
        yield Failed("", "missing")
