"""The gathered facts of a snapshot, by name, and the reasons for those that are not there."""

from __future__ import annotations

import re
from typing import Any

from .snapshot import Exchange, Job, Snapshot

PAGE = "page"
ERROR = "error"
DOCUMENT = "document"
FILE = "file"
REDIRECT = "redirect"
HTML_TYPES = ("text/html", "application/xhtml+xml")
# What a browser takes for HTML where no type is given (WHATWG MIME Sniffing, its table for unknown types).
_LOOKS_LIKE_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?[\t\n\f\r ]*<(?:!--|(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b"
    rb"|body|br|p)[\t\n\f\r >])",
    re.IGNORECASE,
)
MOST_ELEMENTS = 200_000  # of a page: all rules together take a minute for them, and no reader gets to their end
_START_TAG = re.compile(rb"<[A-Za-z]")
_FETCHED = ("url", "status", "raw_headers", "redirects", "body", "truncated")


def gathered_values(snapshot: Snapshot) -> tuple[dict[str, Any], dict[str, str]]:
    """The facts at hand and, for those that are not, a sentence that says why."""
    job, exchange = snapshot.job, snapshot.exchange
    values: dict[str, Any] = {
        "asked": job.url,
        "role": role_of(job, exchange),
        "link_text": job.text,
        "found_on": job.found_on or "",
        "visited": snapshot.at,
    }
    missing: dict[str, str] = {}
    if exchange is None and snapshot.failure is None and snapshot.observations:
        values["url"] = job.url  # something was asked of its host, and no address was fetched
        missing.update(dict.fromkeys((name for name in _FETCHED if name != "url"), "No address was fetched for this."))
    elif exchange is None:
        reason = snapshot.failure.text if snapshot.failure else f"{job.url} was not visited."
        missing.update(dict.fromkeys((*_FETCHED, *job.wanted), reason))
    else:
        values.update(_of_exchange(exchange))
    for name, observation in snapshot.observations.items():
        if observation.missing:
            missing[name] = observation.missing
        else:
            values[name] = observation.value
            missing.pop(name, None)
    return values, missing


def role_of(job: Job, exchange: Exchange | None) -> str:
    """What was visited in truth: an address taken for a page may be an error or a document."""
    if job.role != PAGE or exchange is None:
        return job.role
    if exchange.status >= 400:
        return ERROR
    if exchange.status >= 300:
        return REDIRECT
    return PAGE if is_html(exchange) else DOCUMENT


def crowd(body: bytes) -> str:
    """Why a page has too many elements to be judged; empty if it has not."""
    if len(body) <= MOST_ELEMENTS * 3:
        return ""
    count = sum(1 for _ in _START_TAG.finditer(body))
    if count <= MOST_ELEMENTS:
        return ""
    return f"The page has {count:,} elements, and more than {MOST_ELEMENTS:,} are not judged. Divide it."


def is_html(exchange: Exchange) -> bool:
    """Whether a browser would show the body as a page."""
    if exchange.media_type:
        return exchange.media_type in HTML_TYPES
    return bool(_LOOKS_LIKE_HTML.match(exchange.body[:1024])) or not exchange.body.strip()


def _of_exchange(exchange: Exchange) -> dict[str, Any]:
    return {
        "url": exchange.url,
        "status": exchange.status,
        "raw_headers": [list(pair) for pair in exchange.headers],
        "redirects": [
            {"url": step.url, "status": step.status, "location": step.location} for step in exchange.redirects
        ],
        "body": exchange.body,
        "truncated": exchange.truncated,
    }
