"""Look at links that open a new tab and lead elsewhere."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words


def check(govuk_page, base_url: str, url: str) -> Iterator[Verdict]:
    for link in govuk_page.css("a[href][target=_blank i]"):
        written = attributes(link)
        if not is_elsewhere(written["href"], base_url, url):
            continue
        kept = {"noreferrer", "noopener"} & set(written.get("rel", "").lower().split())
        yield Passed(at(link), "kept") if kept else Failed(at(link), "open", text=words(link))


def is_elsewhere(href: str, base_url: str, url: str) -> bool:
    """Whether an address is on another host; what is no address is not."""
    try:
        host = urlsplit(urljoin(base_url, href.strip())).hostname
    except ValueError:
        return False
    return host not in (None, urlsplit(url).hostname)
