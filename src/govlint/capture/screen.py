"""From where the browser looks: its window, language and scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..evidence.snapshot import Vantage


class Screen:
    """The settings of one tab, set anew only where they change; `cdp` sends a command of the DevTools protocol."""

    def __init__(self, cdp: Callable[..., Any], user_agent: str) -> None:
        self._cdp = cdp
        self._user_agent = user_agent
        self._seen: Vantage | None = None

    def show(self, vantage: Vantage) -> None:
        """Look from this vantage."""
        if vantage == self._seen:
            return
        self.resize(vantage.width, vantage.height)
        self._cdp("Emulation.setUserAgentOverride", userAgent=self._user_agent, acceptLanguage=vantage.language)
        self._cdp("Emulation.setScriptExecutionDisabled", value=not vantage.scripts)
        self._seen = vantage

    def resize(self, width: int, height: int) -> None:
        """Give the window this size in CSS pixels, until a vantage is shown again."""
        self._seen = None
        self._cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
