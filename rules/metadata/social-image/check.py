"""Look at the address of og:image as written, for nothing makes it absolute."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import host, is_placeholder, is_public
from govlint.facts.metadata import Meta

NAMES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image")


def check(metas: tuple[Meta, ...], url: str, public_host: bool) -> Iterator[Verdict]:
    for meta in metas:
        if meta.name in NAMES and meta.content:
            yield judged(meta, url, public_host)


def judged(meta: Meta, url: str, public_host: bool) -> Verdict:
    if not meta.content.lower().startswith(("http://", "https://")):
        return Failed(meta.at, "path", content=meta.content)
    where = host(meta.content)
    if is_placeholder(meta.content) and where != host(url):
        return Failed(meta.at, "placeholder", host=where or meta.content)
    # A developer's machine makes addresses of its own host, and they will be right elsewhere.
    if not public_host:
        return Passed(meta.at, "full")
    if not is_public(meta.content):
        return Failed(meta.at, "private", host=where)
    if meta.content.lower().startswith("http:"):
        return Failed(meta.at, "plain")
    return Passed(meta.at, "full")
