"""What a site answers at addresses that every site may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..evidence.fact import Inapplicable, fact


@dataclass(frozen=True, slots=True)
class WellKnown:
    """An answer: the final address and status, how many redirects led there, the media type, the text."""

    url: str
    status: int
    redirects: int
    media_type: str
    text: str


@fact(asks="/govlint-no-such-page")
def no_such_page(
    role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str, text: str
) -> WellKnown:
    """What the site answers when asked for a page that it cannot have."""
    return _asked_for("no_such_page", role, url, status, redirects, media_type, text)


@fact(asks="/robots.txt")
def robots_txt(
    role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str, text: str
) -> WellKnown:
    """What the site answers when asked for its rules for robots."""
    return _asked_for("robots_txt", role, url, status, redirects, media_type, text)


@fact(asks="/sitemap.xml")
def sitemap_xml(
    role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str, text: str
) -> WellKnown:
    """What the site answers when asked for its list of pages."""
    return _asked_for("sitemap_xml", role, url, status, redirects, media_type, text)


@fact(asks="/.well-known/security.txt")
def security_txt(
    role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str, text: str
) -> WellKnown:
    """What the site answers when asked where to report a weakness."""
    return _asked_for("security_txt", role, url, status, redirects, media_type, text)


@fact(asks="/favicon.ico")
def favicon_ico(role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str) -> WellKnown:
    """What the site answers when asked for the icon that browsers look for."""
    return _asked_for("favicon_ico", role, url, status, redirects, media_type, "")


def _asked_for(
    name: str, role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str, text: str
) -> WellKnown:
    if role != name:
        raise Inapplicable(f"this address was not asked for its {name}")
    return WellKnown(url, status, len(redirects), media_type, text)
