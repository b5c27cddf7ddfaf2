"""One tab of the browser: what lies ready in it, from where it looks, and where it is asked."""

from __future__ import annotations

import uuid
from typing import Any

from .ready import axe_core, witness
from .screen import Screen
from .spared import patterns
from .world import NAME, World


class Tab:
    """The tab that the driver holds just now. `token` names the visit in the page; `handle` is the driver's name of the tab."""

    def __init__(self, driver: Any, user_agent: str, axe_ready: bool = True) -> None:
        self._driver = driver
        self.handle = driver.current_window_handle
        # The window's name is that of its first frame too.
        self.world = World(self.cdp, self.handle)
        self.screen = Screen(self.cdp, user_agent)
        self.token = ""
        self._witness = ""
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
        self._witness = self.cdp("Page.addScriptToEvaluateOnNewDocument", source=witness(self.token))["identifier"]

    def spare(self, trackers: bool) -> None:
        """Whether trackers are spared our requests."""
        if trackers != self._spares:
            self._spares = trackers
            self.cdp("Network.setBlockedURLs", urls=patterns() if trackers else [])
