"""From an address to a page that stands still."""

from __future__ import annotations

import json
import time
from typing import Any

from selenium.common.exceptions import TimeoutException

from .limits import SETTLE_SECONDS
from .probe import script
from .shown import Gone, error_of, is_fetching, must_be_shown

ARRIVED = script("arrived")
QUIET = script("quiet").rstrip().rstrip(";")


def navigate(browser: Any, url: str) -> bool:
    """Whether the page loaded in time; what is there after that time stands still."""
    try:
        browser.driver.get(url)
    except TimeoutException:
        # Only a picture or a style sheet may be late: then the document can be used as it is.
        browser.cdp("Page.stopLoading")
        return False
    return True


def arrive(browser: Any, url: str, in_time: bool, scripts: bool) -> None:
    """Wait until the page stands; one that goes on to another document may do so a few times. Raises BrowserFailed."""
    looking = ARRIVED.replace('"EXPECTED"', json.dumps(url)).replace('"QUIET"', QUIET if scripts else "null")
    for last in (False, False, True):
        browser.tab.world.forget()
        try:
            state = browser.evaluate(looking)
            if not state["error"] and state["address"].startswith("chrome-error:"):
                state["error"] = error_of(browser.events())  # a headless shell's error page says nothing
            must_be_shown(url, state, in_time)
            if state["scripts"] and scripts:
                settle(browser)
            return
        except Gone:
            if last:
                raise


def settle(browser: Any) -> None:
    """Wait until scripts have fetched and drawn what they began with; they have been quiet just now."""
    end = time.monotonic() + SETTLE_SECONDS
    while is_fetching(browser.events()) and time.monotonic() < end:
        browser.evaluate(QUIET)
