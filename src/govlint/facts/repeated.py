"""What a page has in common with the others of its site: links of its navigation, header and footer."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from ..evidence.fact import fact
from .exposure import Exposure
from .names import Names
from .place import attributes
from .surroundings import ancestors

# The service navigation stands in the header on some pages and below it on others.
PARTS = ":is(nav, [role=navigation], header, [role=banner], footer, [role=contentinfo], .govuk-service-navigation)"
_LEFT_OUT = frozenset({"main", "article", "aside"})
# These say where a person is, and differ from page to page.
_OF_THE_PAGE = ("breadcrumb", "pagination", "contents", "pager")


@fact
def repeated_links(dom: LexborHTMLParser, exposure: Exposure, names: Names, base_url: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """(address, words) of the links of each repeated part in order, by a name for the part.

    Addresses are absolute and without fragment; links to the page itself, to parts
    of it and to a place that changes with the page are left out.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for part in dom.css(PARTS):
        above = list(ancestors(part))
        if not exposure.exposed(part) or any(a.tag in _LEFT_OUT for a in above):
            continue
        name = f"{part.tag} {names.of(part)}".strip().lower()
        marks = f"{name} {part.attributes.get('class') or ''}".lower()
        if any(mark in marks for mark in _OF_THE_PAGE):
            continue
        links = found.setdefault(name, [])
        for link in part.css("a[href]"):
            target = _target(attributes(link)["href"], base_url)
            text = names.of(link)
            # A link in a navigation within the header is the navigation's.
            nearest = next(a for a in ancestors(link) if a.mem_id == part.mem_id or _is_part(a.tag, attributes(a)))
            if target and text and nearest.mem_id == part.mem_id and exposure.exposed(link):
                links.append((target, text))
    return {name: tuple(links) for name, links in found.items() if links}


def _is_part(tag: str | None, written: dict[str, str]) -> bool:
    classes = (written.get("class") or "").split()
    landmark = tag in ("nav", "header", "footer") or written.get("role") in ("navigation", "banner", "contentinfo")
    return landmark or "govuk-service-navigation" in classes


def _target(href: str, base_url: str) -> str:
    href = href.strip()
    if not href or href.startswith("#"):
        return ""
    try:
        parts = urlsplit(urljoin(base_url, href))
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https"):
        return ""
    # What follows the question mark often names the page that one comes from.
    return f"{parts.scheme}://{parts.netloc}{parts.path or '/'}"
