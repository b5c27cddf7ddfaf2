"""When a browser is worn out and gives way to a fresh one."""

from __future__ import annotations

from .browser import Browser
from .limits import Limits
from .processes import resident

WEIGHED = 10  # pages between two looks at the memory: a look costs as much as a small page's parsing


def rest(browser: Browser, limits: Limits) -> None:
    """Between two pages: end a browser that is worn out, so that the next page gets a fresh one."""
    full = browser.pages >= limits.browser_pages
    weighed = browser.pages > 0 and browser.pages % WEIGHED == 0
    if full or (weighed and resident(browser.processes) > limits.browser_memory):
        browser.close()
