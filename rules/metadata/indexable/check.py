"""Look for noindex; only a person knows whether it is meant."""

import re
from collections.abc import Iterator

from govlint import CantTell, Verdict
from govlint.facts.http import Headers
from govlint.facts.metadata import Meta

HIDDEN = re.compile(r"(^|[,:\s])(noindex|none)\b", re.IGNORECASE)


def check(metas: tuple[Meta, ...], headers: Headers, public_host: bool) -> Iterator[Verdict]:
    # A copy for tests is rightly hidden.
    if not public_host:
        return
    if HIDDEN.search(headers.get("x-robots-tag", "")):
        yield CantTell("", "hidden", by="the header X-Robots-Tag")
    for meta in metas:
        if meta.name in ("robots", "googlebot") and HIDDEN.search(meta.content):
            yield CantTell(meta.at, "hidden", by="a meta element")
