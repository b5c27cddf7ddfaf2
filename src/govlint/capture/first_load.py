"""What a first visit did before anything was pressed: cookies, requests, storage, errors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..evidence.snapshot import Vantage
from .probe import FRESH, READS, probe

# Every browser asks for it once per host, whether the page has it or not.
UNASKED = "/favicon.ico"
LEVELS = {"SEVERE": "error", "WARNING": "warning"}
STORED = """(() => {
  const keys = (storage) => { try { return Object.keys(storage()).sort(); } catch { return []; } };
  return { local: keys(() => localStorage), session: keys(() => sessionStorage).filter((key) => key !== "govlint-visit") };
})()"""
ANSWERED = ("Network.responseReceived", "Network.webSocketHandshakeResponseReceived")
COOKIE = ("name", "domain", "path", "expires", "secure", "httpOnly")


@probe(version="1", effect=READS, first=True, depends=FRESH)
def first_load(browser: Any, vantage: Vantage) -> dict[str, Any]:
    """The cookies, requests, storage keys and console errors of the load that is shown."""
    return {
        "cookies": cookies_of(browser),
        "requests": requests_of(browser.events()),
        "storage": browser.evaluate(STORED),
        "console": [
            {"level": LEVELS[entry["level"]], "text": entry["message"]}
            for entry in browser.console()
            if entry["level"] in LEVELS and f"{UNASKED} - Failed to load" not in entry["message"]
        ],
    }


def cookies_of(browser: Any) -> list[dict[str, Any]]:
    """The cookies that the browser has, whoever set them."""
    return [_cookie(told) for told in browser.cdp("Network.getAllCookies")["cookies"]]


def requests_of(events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The requests in the order in which they were sent; each step of a redirect is one, status 0 is no answer."""
    found: list[dict[str, Any]] = []
    latest: dict[str, dict[str, Any]] = {}
    for event in events:
        method, told = event["method"], event["params"]
        number = told.get("requestId", "")
        if method == "Network.requestWillBeSent":
            if number in latest and "redirectResponse" in told:
                latest[number]["status"] = told["redirectResponse"]["status"]
            url, kind = told["request"]["url"], told.get("type", "Other").lower()
            if not url.startswith(("http:", "https:")) or (kind == "other" and url.endswith(UNASKED)):
                continue
            latest[number] = {"url": url, "type": kind, "status": 0}
            found.append(latest[number])
        elif method == "Network.webSocketCreated":
            latest[number] = {"url": told["url"], "type": "websocket", "status": 0}
            found.append(latest[number])
        elif method in ANSWERED and number in latest:
            latest[number]["status"] = told["response"]["status"]
    return found


def _cookie(told: dict[str, Any]) -> dict[str, Any]:
    return {**{name: told[name] for name in COOKIE}, "sameSite": told.get("sameSite", "")}
