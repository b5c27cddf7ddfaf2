"""What a page is while it is shown, as digests: the same digest, the same page to a probe.

`sight` stands for the document as it is now: markup, shadow roots, frames, form fields,
style sheets by their text, the box of every element, the natural size of pictures.
`behaviour` adds every script, font and answer to a script that was loaded, by content:
what a key press or another window size would set off.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..evidence.snapshot import Vantage
from .probe import BEHAVIOUR, FRESH, READS, SIGHT, Probe, script

# What a page is made of beside its document; of pictures the size is in `sight`.
LOADED = frozenset({"Document", "Script", "Stylesheet", "Font", "XHR", "Fetch", "Other", "TextTrack"})
ENDLESS = ("Network.webSocketCreated", "Network.webTransportCreated", "Network.eventSourceMessageReceived")
EMPTY = frozenset({204, 205, 304})
UNASKED = "/favicon.ico"


@dataclass(frozen=True, slots=True)
class Likeness:
    """The digests of a page, by what a probe depends on; `unknown` says why one is not there."""

    digests: dict[str, str]
    unknown: dict[str, str]


@dataclass(slots=True)
class _Loaded:
    url: str
    kind: str
    status: int = 0
    ended: str = ""


class _Unknown(Exception):
    """Something of the page cannot be read; the text says what."""


def likeness(browser: Any, vantage: Vantage, kinds: Iterable[str]) -> Likeness:
    """The digests of these kinds of the page that is shown; raises BrowserFailed."""
    looking = Probe("likeness", "1", READS, lambda browser, vantage: _look(browser, vantage, set(kinds)), depends=FRESH)
    return browser.run(looking, vantage)


def _look(browser: Any, vantage: Vantage, kinds: set[str]) -> Likeness:
    digests: dict[str, str] = {}
    unknown: dict[str, str] = {}
    try:
        seen = _seen(browser, vantage)
        if SIGHT in kinds:
            digests[SIGHT] = seen
        if BEHAVIOUR in kinds:
            digests[BEHAVIOUR] = _digest(seen, *_contents(browser, LOADED))
    except _Unknown as reason:
        unknown.update({kind: str(reason) for kind in kinds if kind not in digests})
    return Likeness(digests, unknown)


def _seen(browser: Any, vantage: Vantage) -> str:
    told = browser.evaluate(script("likeness").replace("SCRIPTS", "true" if vantage.scripts else "false"))
    if told["opaque"]:
        raise _Unknown(f"it frames what cannot be looked into ({told['opaque'][0]})")
    if not told["unread"]:
        return told["hex"]
    sheets = dict(_contents_by_url(browser, frozenset({"Stylesheet"})))
    missing = next((url for url in told["unread"] if url not in sheets), None)
    if missing is not None:
        raise _Unknown(f"a style sheet of another origin cannot be read ({missing})")
    return _digest(told["hex"], *(sheets[url] for url in told["unread"]))


def _contents(browser: Any, kinds: frozenset[str]) -> list[str]:
    """Address and digest of all that was loaded, sorted: the order of answers is the network's."""
    return sorted(f"{url} {digest}" for url, digest in _contents_by_url(browser, kinds))


def _contents_by_url(browser: Any, kinds: frozenset[str]) -> Iterator[tuple[str, str]]:
    for number, loaded in _loads(browser.events()).items():
        if loaded.kind not in kinds or loaded.url.endswith(UNASKED):
            continue
        if loaded.ended == "failed":
            yield loaded.url, "failed"
        elif loaded.status in EMPTY or loaded.status >= 300:
            yield loaded.url, str(loaded.status)
        elif not loaded.ended:
            raise _Unknown(f"it is still loading {loaded.url}")
        else:
            yield loaded.url, f"{loaded.status} {_body(browser, number, loaded.url)}"


def _loads(events: Iterable[dict[str, Any]]) -> dict[str, _Loaded]:
    found: dict[str, _Loaded] = {}
    for event in events:
        method, told = event["method"], event["params"]
        number = told.get("requestId", "")
        if method in ENDLESS or told.get("type") == "EventSource":
            raise _Unknown("its server talks to it while it is shown")
        if method == "Network.requestWillBeSent":
            if told["request"]["url"].startswith(("http:", "https:")):
                found[number] = _Loaded(told["request"]["url"], told.get("type", "Other"))
        elif number not in found:
            continue
        elif method == "Network.responseReceived":
            found[number].status, found[number].kind = told["response"]["status"], told.get("type", found[number].kind)
        elif method == "Network.loadingFinished":
            found[number].ended = "whole"
        elif method == "Network.loadingFailed":
            found[number].ended = "failed"
    return found


def _body(browser: Any, number: str, url: str) -> str:
    try:
        told = browser.cdp("Network.getResponseBody", requestId=number)
    except Exception as error:  # selenium's own, which only its doors may name
        if "No resource" in str(error) or "No data" in str(error) or "evicted" in str(error):
            raise _Unknown(f"the browser did not keep {url}") from None
        raise
    body = base64.b64decode(told["body"]) if told["base64Encoded"] else told["body"].encode("utf-8", "surrogatepass")
    return hashlib.sha256(body).hexdigest()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
