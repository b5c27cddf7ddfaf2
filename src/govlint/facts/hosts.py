"""Whose host an address lies on: public, or a developer's own machine or network."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..evidence.fact import Inapplicable, fact
from ..model.url import BadAddress, host_of, is_private
from .http import Headers

# RFC 2606 and RFC 6761 keep these for examples; the words are what templates ship with.
_RESERVED = re.compile(r"(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$")
_FILL_IN = re.compile(r"\{\{|\{%|<%|\$\{|(^|[.-])(your|my|change-?me|placeholder|todo)[.-]?(site|domain|service|host|url)?([.-]|$)")

# All that capture/folder.py sends. Any other server adds at least a Date, as RFC 9110 asks.
_SAYS_NOTHING = {"content-type", "content-length", "location"}


@fact
def public_host(url: str) -> bool:
    """Whether the page lies on the public internet, so that what only a public host can have may be asked of it."""
    return is_public(url)


@fact
def site_headers(headers: Headers, public_host: bool) -> Headers:
    """The headers that the site itself chose: a folder that govlint serves has none."""
    if not public_host and not headers.keys() - _SAYS_NOTHING:
        raise Inapplicable("the server chose no headers: it is govlint itself, which shows a folder")
    return headers


def is_public(url: str) -> bool:
    """Whether an address names a host on the public internet; what is no address does not."""
    try:
        return not is_private(host_of(url))
    except BadAddress:
        return False


def is_placeholder(url: str) -> bool:
    """Whether the host of an address is one that nobody can own, or a template's blank."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return False
    return bool(_RESERVED.search(host) or _FILL_IN.search(host))


def host(url: str) -> str:
    """The host of an address without `www.`; empty for what is no web address."""
    try:
        return host_of(url).removeprefix("www.")
    except BadAddress:
        return ""
