"""The addresses that a sitemap lists, as https://www.sitemaps.org/protocol.html has it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ..model.url import BadAddress, canonical
from .fetch import Session, Unreachable
from .limits import SITEMAP_ADDRESSES, SITEMAP_BYTES, SITEMAP_DEPTH


class BadSitemap(ValueError):
    """What should be a sitemap is none, and the message says where and why."""


def read_sitemap(session: Session, url: str) -> list[str]:
    """The canonical addresses of a sitemap or an index of sitemaps, each once; raises BadSitemap."""
    return _walk(_fetched(session, url), url, lambda child: _fetched(session, child))


def read_sitemap_file(session: Session, path: Path) -> list[str]:
    """The same for a file on this machine; what it points to is fetched."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise BadSitemap(f"{path} cannot be read: {error.strerror}.") from None
    return _walk(body, str(path), lambda child: _fetched(session, child))


def _walk(body: bytes, name: str, fetch: Callable[[str], bytes]) -> list[str]:
    found: dict[str, None] = {}
    seen = {name}
    waiting = [(name, body, 0)]
    while waiting:
        name, body, depth = waiting.pop(0)
        pages, children = _parsed(_unpacked(body, name), name)
        found.update(dict.fromkeys(pages))
        if len(found) > SITEMAP_ADDRESSES:
            raise BadSitemap(f"{name} lists more than {SITEMAP_ADDRESSES:,} addresses. Name a part of it.")
        for child in children:
            if child in seen:
                continue
            if depth == SITEMAP_DEPTH:
                raise BadSitemap(f"{name} is an index below {SITEMAP_DEPTH} others. List sitemaps in it.")
            seen.add(child)
            waiting.append((child, fetch(child), depth + 1))
    return list(found)


def _fetched(session: Session, url: str) -> bytes:
    try:
        answer = session.get(url, body_limit=SITEMAP_BYTES)
    except Unreachable as error:
        raise BadSitemap(f"The sitemap cannot be read. {error}") from None
    if answer.status != 200:
        raise BadSitemap(f"The sitemap {url} answers with status {answer.status}, not 200.")
    if answer.truncated:
        raise BadSitemap(f"The sitemap {url} was {answer.truncated}.")
    return answer.body


def _unpacked(body: bytes, name: str) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(body, SITEMAP_BYTES + 1)
    except zlib.error:
        raise BadSitemap(f"The sitemap {name} is damaged: gzip cannot unpack it.") from None
    if len(plain) > SITEMAP_BYTES:
        raise BadSitemap(f"The sitemap {name} is larger than {SITEMAP_BYTES:,} bytes unpacked.")
    return plain


def _parsed(body: bytes, name: str) -> tuple[list[str], list[str]]:
    """The pages that a sitemap lists, and the sitemaps that an index does."""
    if body[:1000].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise BadSitemap(f"{name} is no sitemap but an HTML page. Name the sitemap itself.")
    lists: dict[str, list[str]] = {"url": [], "sitemap": []}
    root = None
    try:
        for event, element in iterparse(io.BytesIO(body), events=("start", "end")):
            tag = _plain(element.tag)
            if root is None:
                root = element
                _expect_root(tag, name)
            elif event == "end" and tag in lists:
                lists[tag] += [_address(_location(element), name)]
                root.clear()
                if len(lists[tag]) > SITEMAP_ADDRESSES:
                    raise BadSitemap(f"{name} lists more than {SITEMAP_ADDRESSES:,} addresses. Split it.")
    except ParseError as error:
        line, column = error.position
        raise BadSitemap(
            f"{name}, line {line}, column {column}: this is no well-formed XML"
            f" ({str(error).partition(':')[0]}). Correct it, or name another sitemap."
        ) from None
    except DefusedXmlException:
        raise BadSitemap(f"{name} defines entities, which a sitemap may not. Remove them.") from None
    return lists["url"], lists["sitemap"]


def _expect_root(tag: str, name: str) -> None:
    if tag not in {"urlset", "sitemapindex"}:
        raise BadSitemap(f"{name} is no sitemap: it begins with <{tag}>, not <urlset>.")


def _location(element) -> str:  # type: ignore[no-untyped-def]
    return next(((part.text or "").strip() for part in element if _plain(part.tag) == "loc"), "")


def _address(location: str, name: str) -> str:
    if not location:
        raise BadSitemap(f"{name} has an entry without <loc>. Give it an address or remove it.")
    base = name if name.startswith(("http://", "https://")) else ""
    try:
        return canonical(urljoin(base, location))
    except (BadAddress, ValueError) as error:
        raise BadSitemap(f"{name} lists what is no address: {error} Correct it.") from None


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2].lower()
