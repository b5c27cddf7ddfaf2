"""What an error of the driver means, in plain words."""

from __future__ import annotations

from selenium.common.exceptions import JavascriptException, NoSuchWindowException, TimeoutException, WebDriverException
from urllib3.exceptions import HTTPError, ReadTimeoutError

from .shown import BrowserFailed

ERRORS = (WebDriverException, HTTPError, OSError)  # all that a driver raises


def explained(error: Exception, what: str) -> tuple[BrowserFailed, bool]:
    """The failure, and whether the browser is of use after it; `what` says what went on, as "loading …"."""
    if isinstance(error, TimeoutException | ReadTimeoutError | TimeoutError):
        return BrowserFailed("time-out", f"The browser gave no answer in time while {what}."), False
    if isinstance(error, HTTPError | OSError | NoSuchWindowException):
        return BrowserFailed("browser-crashed", f"The browser crashed while {what}."), False
    said = (getattr(error, "msg", "") or "no reason given").splitlines()[0]
    alive = isinstance(error, JavascriptException) or "net::ERR_" in said
    return BrowserFailed("not-shown" if alive else "browser-crashed", f"The browser failed while {what}: {said}."), alive
