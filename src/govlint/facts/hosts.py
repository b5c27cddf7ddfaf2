"""Whose host an address lies on: public, or a developer's own machine or network."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..evidence.fact import Inapplicable, fact
from ..model.url import BadAddress, host_of, is_private
from .http import Headers

# RFC 2606 and RFC 6761 keep these for examples; the words are what templates ship with.
_RESERVED = re.compile(r"(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$")
_FILL_IN = re.compile(r"\{\{|\{%|<%|\$\{|(^|[.-])((your|my)[.-]?(site|domain|service|host|url)|change-?me|placeholder|todo)([.-]|$)")

# All that capture/folder.py sends for a folder without a file `_headers`. Other servers add a name or a connection.
_SAYS_NOTHING = {"content-type", "content-length", "date", "location"}

# The names under which registries of many countries let others register.
_SHARED = frozenset("ac co com edu gob gouv gov govt ltd me mil mod net nhs nic nom or org plc police sch".split())


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


def whole_host(url: str) -> str:
    """The whole host of an address; empty for what is no web address."""
    try:
        return host_of(url)
    except BadAddress:
        return ""


def owner(url: str) -> str:
    """The part of a host name that somebody has registered, as `hill.gov.uk`; a number is its own."""
    name = host(url)
    labels = name.split(".")
    if labels[-1].isdigit() or ":" in name:
        return name
    keep = next((n for n in range(1, len(labels)) if not is_suffix(".".join(labels[-n:]))), len(labels))
    return ".".join(labels[-keep:])


def is_suffix(name: str) -> bool:
    """Whether hosts right under this name belong to different people, as under `service.gov.uk`."""
    labels = name.split(".")
    if len(labels) == 1:
        return True
    if len(labels) == 2:
        return labels[0] in _SHARED
    return name == "service.gov.uk"


def is_foreign(url: str, page: str) -> bool:
    """Whether an address on the web belongs to somebody else than the page; UK government is one owner."""
    theirs, ours = owner(url), owner(page)
    if not theirs or not is_public(url) or theirs == ours:
        return False
    return not (_of_government(theirs) and (_of_government(ours) or not is_public(page)))


def _of_government(name: str) -> bool:
    return name == "gov.uk" or name.endswith(".gov.uk")
