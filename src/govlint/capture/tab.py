"""One tab of the browser: what lies ready in it, from where it looks, and where it is asked."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from .ready import axe_core, witness
from .screen import Screen
from .spared import patterns
from .world import NAME, World

CLEANINGS = 20  # of cookies: those that a page has just set may come in after the first
STORED = "local_storage,indexeddb,service_workers,cache_storage"  # "all" takes four times as long


class Tab:
    """The tab that the driver holds just now. `token` names the visit in the page; `handle` is the driver's name of the tab.

    `shut` keeps the windows shut that a page opens, in a browser that would let them open.
    """

    def __init__(self, driver: Any, user_agent: str, axe_ready: bool = True, shut: bool = False) -> None:
        self._driver = driver
        self.handle = driver.current_window_handle
        # The window's name is that of its first frame too.
        self.world = World(self.cdp, self.handle)
        self.screen = Screen(self.cdp, user_agent)
        self.token = ""
        self._witness = ""
        self._shut = shut
        self._axe = ""
        self._spares = False
        self.deny_downloads()
        if axe_ready:
            self.lay_ready()

    def cdp(self, method: str, **parameters: Any) -> Any:
        """The answer to a command of the DevTools protocol."""
        return self._driver.execute_cdp_cmd(method, parameters)

    def deny_downloads(self) -> None:
        """Nothing is saved; the driver forgets that where it closes another window."""
        self.cdp("Browser.setDownloadBehavior", behavior="deny")

    def lay_ready(self) -> None:
        """Have axe-core in each document from now on, those of frames too."""
        if not self._axe:
            self._axe = self.cdp("Page.addScriptToEvaluateOnNewDocument", source=axe_core(), worldName=NAME)["identifier"]

    def clear_away(self) -> None:
        """Have axe-core in no document from now on."""
        if self._axe:
            self.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=self._axe)
            self._axe = ""

    def take_new_token(self) -> None:
        """Name the visit anew: session storage with another name in it is emptied, of whatever origin it is."""
        if self._witness:
            self.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=self._witness)
        self.token = f"govlint-{uuid.uuid4().hex}"
        self._witness = self.cdp("Page.addScriptToEvaluateOnNewDocument", source=witness(self.token, self._shut))["identifier"]

    def close_others(self, kept: Iterable[str]) -> None:
        """Close the windows that pages opened; `kept` are the driver's names of those that are not theirs."""
        own = {self.handle, *kept}
        others = [handle for handle in self._driver.window_handles if handle not in own]
        for other in others:
            self._driver.switch_to.window(other)
            self._driver.close()
        if others:
            self._driver.switch_to.window(self.handle)
            self.deny_downloads()

    def forget_visits(self, url: str) -> None:
        """Clear all cookies, and what the site of this address has stored."""
        for _ in range(CLEANINGS):
            self.cdp("Network.clearBrowserCookies")
            if not self.cdp("Network.getAllCookies")["cookies"]:
                break
        parts = urlsplit(url)
        self.cdp("Storage.clearDataForOrigin", origin=f"{parts.scheme}://{parts.netloc}", storageTypes=STORED)

    def spare(self, trackers: bool) -> None:
        """Whether trackers are spared our requests."""
        if trackers != self._spares:
            self._spares = trackers
            self.cdp("Network.setBlockedURLs", urls=patterns() if trackers else [])
