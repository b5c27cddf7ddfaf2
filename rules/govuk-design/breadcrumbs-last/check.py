"""Compare where the last breadcrumb leads with the address of the page."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words


def check(govuk_classes: dict, base_url: str, url: str) -> Iterator[Verdict]:
    for crumbs in govuk_classes.get("govuk-breadcrumbs", ()):
        links = crumbs.css("a[href]")
        if not links:
            continue
        if leads(attributes(links[-1])["href"], base_url) == urldefrag(url)[0]:
            yield Failed(at(links[-1]), "itself", text=words(links[-1]))
        else:
            yield Passed(at(links[-1]), "above")


def leads(href: str, base_url: str) -> str:
    """The address without its fragment; empty for what is no address."""
    try:
        return urldefrag(urljoin(base_url, href.strip()))[0]
    except ValueError:
        return ""
