"""What a site answers at addresses that every site may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from ..evidence.fact import Inapplicable, fact
from .http import Headers


@dataclass(frozen=True, slots=True)
class WellKnown:
    """An answer: the final address and status, how many redirects led there, the media type, the text."""

    url: str
    status: int
    redirects: int
    media_type: str
    text: str


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """An answer whose redirect was not followed: the address asked, the status, where it points to (absolute; empty if nowhere)."""

    url: str
    status: int
    target: str


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


@fact(asks="http:")
def plain_http(role: str, url: str, status: int, headers: Headers) -> FirstAnswer:
    """What the host of an https site answers to plain HTTP, redirects not followed."""
    return _first("plain_http", role, url, status, headers)


@fact(asks="www:")
def other_name(role: str, url: str, status: int, headers: Headers) -> FirstAnswer:
    """What the site answers under its name with `www.`, or without, redirects not followed."""
    return _first("other_name", role, url, status, headers)


@fact(asks="hidden:/.git/HEAD")
def git_head(role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str, text: str) -> WellKnown:
    """What the site answers when asked for the history of its source, where the user let it be asked."""
    return _asked_for("git_head", role, url, status, redirects, media_type, text)


@fact(asks="hidden:/.env")
def env_file(role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str, text: str) -> WellKnown:
    """What the site answers when asked for its settings, where the user let it be asked."""
    return _asked_for("env_file", role, url, status, redirects, media_type, text)


@fact(asks="hidden:/server-status")
def server_status(role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str, text: str) -> WellKnown:
    """What the site answers when asked for the list of requests, where the user let it be asked."""
    return _asked_for("server_status", role, url, status, redirects, media_type, text)


def _first(name: str, role: str, url: str, status: int, headers: Headers) -> FirstAnswer:
    if role != name:
        raise Inapplicable(f"this address was not asked for its {name}")
    target = headers.get("location", "") if status in (301, 302, 303, 307, 308) else ""
    return FirstAnswer(url, status, urljoin(url, target) if target else "")


def _asked_for(
    name: str, role: str, url: str, status: int, redirects: list[dict[str, Any]], media_type: str, text: str
) -> WellKnown:
    if role != name:
        raise Inapplicable(f"this address was not asked for its {name}")
    return WellKnown(url, status, len(redirects), media_type, text)
