"""The worlds in which a page is asked: one of our own, which its scripts cannot reach, and the page's."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from selenium.common.exceptions import WebDriverException

from .shown import BrowserFailed, Gone, is_gone

NAME = "govlint"  # of our own world


class World:
    """Asks the document that a frame shows; `cdp` sends a command of the DevTools protocol, `frame` is its id."""

    def __init__(self, cdp: Callable[..., Any], frame: str) -> None:
        self._cdp = cdp
        self._frame = frame
        self._number: int | None = None

    def forget(self) -> None:
        """Another document is shown from now on."""
        self._number = None

    def evaluate(self, expression: str) -> Any:
        """What an expression gives in our own world; raises Gone where the page went on meanwhile."""
        if self._number is None:
            made = self._cdp("Page.createIsolatedWorld", frameId=self._frame, worldName=NAME)
            self._number = made["executionContextId"]
        return self._evaluated({"expression": expression, "contextId": self._number})

    def witness(self, token: str, call: str) -> Any:
        """What the witness of that name says, in the page's own world."""
        witness = f"window[{json.dumps(token)}]"
        return self._evaluated({"expression": f"{witness} && {witness}.{call}", "includeCommandLineAPI": True})

    def _evaluated(self, given: dict[str, Any]) -> Any:
        try:
            answer = self._cdp("Runtime.evaluate", returnByValue=True, awaitPromise=True, **given)
        except WebDriverException as error:
            if not is_gone(error.msg or ""):
                raise
            raise Gone("not-shown", "The page went on to another document while it was looked at.") from None
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            text = details.get("exception", {}).get("description") or details["text"]
            raise BrowserFailed("not-shown", f"A script of govlint failed in the page: {text.splitlines()[0]}")
        return answer["result"].get("value")
