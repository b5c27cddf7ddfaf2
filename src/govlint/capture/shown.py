"""Whether the browser shows the page that was asked for, and what it shows instead."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

CRASHED = "browser-crashed"


class BrowserFailed(Exception):
    """The browser could not show or answer; `kind` is `time-out`, `browser-crashed` or `not-shown`."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind = kind
        self.text = text


class Gone(BrowserFailed):
    """The document that was asked is no longer the one that is shown."""


class Waits:
    """How often one address let the browser wait in vain; after `most` times it is not asked again, for each costs a new browser."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._url = ""
        self._count = 0

    def begin(self, url: str) -> None:
        """An address is about to be asked; raises BrowserFailed where that has been in vain too often."""
        if url != self._url:
            self._url, self._count = url, 0
        if self._count >= self._most:
            raise BrowserFailed("time-out", f"The browser gave no answer in time {self._count} times at {url}; it was not asked again.")

    def note(self, failed: BrowserFailed) -> None:
        """Count what was a wait in vain."""
        self._count += failed.kind == "time-out"


def is_gone(said: str) -> bool:
    """Whether this is what the browser answers to a question about a document that has been left."""
    words = ("Cannot find context", "context was destroyed", "navigated or closed", "no such execution context")
    return any(part in said for part in words)


def must_be_shown(url: str, state: dict[str, Any], in_time: bool) -> None:
    """Raise BrowserFailed unless `state` (see scripts/arrived.js) is that of the page at `url`."""
    shown, status = state["address"], state["status"]
    if not in_time and (shown == "about:blank" or state["left"] or state["ready"] == "loading"):
        raise BrowserFailed("time-out", f"{url} did not load in the browser in time.")
    if shown.startswith("chrome-error:"):
        why = f"status {status}" if status else state["error"] or "no reason given"
        raise BrowserFailed("not-shown", f"The browser shows an error page of its own instead of {url}: {why}.")
    if shown == "about:blank" or state["left"]:
        raise BrowserFailed("not-shown", f"{url} gave the browser no document to show: a download or an empty answer.")
    if not state["expected"]:
        raise BrowserFailed("not-shown", f"The browser was sent on from {url} to {shown}.")
    if status >= 400:
        raise BrowserFailed("not-shown", f"The server answered the browser with status {status} for {url}.")


def is_fetching(events: Iterable[dict[str, Any]]) -> bool:
    """Whether a request that a script sent for data has no end yet in the DevTools events."""
    waiting: set[str] = set()
    for event in events:
        told = event["params"]
        if event["method"] == "Network.requestWillBeSent" and told.get("type") in ("XHR", "Fetch"):
            waiting.add(told["requestId"])
        elif event["method"] in ("Network.loadingFinished", "Network.loadingFailed"):
            waiting.discard(told["requestId"])
    return bool(waiting)


def error_of(events: Iterable[dict[str, Any]]) -> str:
    """Why the document did not come, by the browser's own word such as ERR_TOO_MANY_REDIRECTS; empty where it did."""
    told = (event["params"] for event in events if event["method"] == "Network.loadingFailed")
    failed = [str(one.get("errorText", "")) for one in told if one.get("type") == "Document"]
    return failed[-1].removeprefix("net::") if failed else ""
