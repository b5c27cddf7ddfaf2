"""Compare where the last breadcrumb leads with the address of the page."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words


def check(govuk_classes: dict, base_url: str, url: str) -> Iterator[Verdict]:
    for crumbs in govuk_classes.get("govuk-breadcrumbs", ()):
        *_, last = [None, *crumbs.css("[href]")]
        href = "#" if last is None else attributes(last)["href"].strip()
        if href == "#":  # a link to nowhere is told by another rule
            continue
        if leads(href, base_url) == urldefrag(url)[0]:
            yield Failed(at(last), "itself", text=words(last))
        else:
            yield Passed(at(last), "above")


def leads(href: str, base_url: str) -> str:
    """The address without its fragment; empty for what is no address."""
    try:
        return urldefrag(urljoin(base_url, href))[0]
    except ValueError:
        return ""
