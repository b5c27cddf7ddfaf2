"""What a page does once its cookie banner was answered with no: cookies, requests, and whether it asks again."""

from __future__ import annotations

import time
from typing import Any

from ..evidence.snapshot import Vantage
from .first_load import STORED, cookies_of, requests_of
from .probe import DISTURBS, FRESH, probe, script

# A page whose source has none of these words has no banner, and is spared a load.
WORDS = (
    r"cookie[-_ ]?(banner|consent|control|notice|bar\b|message)|consent[-_ ]?(banner|manager)|onetrust|cookiebot|civicuk|aria-label=.{0,40}cookie"
)
DAY = 24 * 3600


@probe(version="1", effect=DISTURBS, first=True, depends=FRESH, where=WORDS)
def after_reject(browser: Any, vantage: Vantage) -> dict[str, Any] | None:
    """The answer; None without a banner. A button that sends a form, or leads elsewhere, is not pressed."""
    seen = _look(browser)
    if not seen["banner"]:
        return None
    answer = {"words": seen["words"], "pressed": False, "again": False, "cookies": [], "requests": [], "storage": {"local": [], "session": []}}
    if not seen["words"] or seen["sends"]:
        return answer
    before = {(cookie["name"], cookie["domain"]) for cookie in cookies_of(browser)}
    sent = len(requests_of(browser.events()))
    browser.evaluate("govlintBanner.press()")
    browser.reload()
    now = time.time()
    return answer | {
        "pressed": True,
        "again": _look(browser)["banner"],
        "cookies": [
            {"name": cookie["name"], "domain": cookie["domain"], "new": (cookie["name"], cookie["domain"]) not in before,
             "days": round((cookie["expires"] - now) / DAY) if cookie["expires"] > 0 else -1}
            for cookie in cookies_of(browser)
        ],
        "requests": requests_of(browser.events())[sent:],
        "storage": browser.evaluate(STORED),
    }  # fmt: skip


def _look(browser: Any) -> dict[str, Any]:
    browser.evaluate(script("cookie_banner"))
    return browser.evaluate("govlintBanner.look()")
