"""Look for marks of the Prototype Kit on hosts of services."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import Failed, Verdict
from govlint.facts.place import at, attributes

ASSETS = '[href^="/manage-prototype"], [src*="/plugin-assets/govuk-prototype-kit"]'


def check(dom, title: str, url: str, domain: str) -> Iterator[Verdict]:
    # The kit's own documentation is on a host of that name.
    if domain != "gov.uk" or "prototype" in (urlsplit(url).hostname or ""):
        return
    if title.endswith("GOV.UK Prototype Kit"):
        yield Failed("title", "title")
    for node in dom.css(ASSETS)[:1]:
        written = attributes(node)
        yield Failed(at(node), "assets", address=written.get("src") or written.get("href", ""))
