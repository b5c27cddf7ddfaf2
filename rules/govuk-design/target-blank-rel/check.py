"""Look at links that open a new tab and lead elsewhere."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import Failed, Passed, Verdict
from govlint.facts.page import Link


def check(govuk_page, links: tuple[Link, ...], url: str) -> Iterator[Verdict]:
    own = urlsplit(url).hostname
    for link in links:
        if link.attributes.get("target", "").lower() != "_blank" or urlsplit(link.url).hostname in (own, None):
            continue
        words = link.attributes.get("rel", "").lower().split()
        if "noreferrer" in words or "noopener" in words:
            yield Passed(link.at, "kept")
        else:
            yield Failed(link.at, "open", text=link.text)
