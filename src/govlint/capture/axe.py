"""What axe-core says of a page and of the frames in it."""

from __future__ import annotations

from typing import Any

from axe_selenium_python import Axe
from selenium.common.exceptions import (
    JavascriptException,
    NoSuchFrameException,
    StaleElementReferenceException,
    WebDriverException,
)

from ..evidence.snapshot import Vantage
from ..evidence.vendored import axe_script
from .browser import Browser, BrowserFailed
from .probe import READS, probe, script

# Without wcag22aa axe-core leaves target-size out, although it is a rule of WCAG 2.2 AA.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
FRAMES = 20
DEPTH = 3
# chromedriver marks each frame that it enters with another number each time; no report should hold that.
UNMARK = "for (const frame of document.querySelectorAll('[cd_frame_id_]')) frame.removeAttribute('cd_frame_id_')"


@probe(version="1", effect=READS)
def axe(browser: Browser, vantage: Vantage) -> dict[str, Any]:
    """axe-core's answer for the page with its frames, by rule."""
    driver = browser.driver
    engine = Axe(driver, str(axe_script()))
    _inject(engine, FRAMES, DEPTH)
    # Not engine.run: that writes Python values into JavaScript and loses a rejected promise.
    with browser.patience(browser.script_seconds):
        answer = driver.execute_async_script(script("axe_run"), TAGS)
    if "error" in answer:
        raise BrowserFailed("not-shown", f"axe-core gave up on this page: {answer['error']}")
    return answer


def _inject(engine: Axe, frames: int, depth: int) -> int:
    """Put axe-core into the current document and those framed in it; the frames left to do."""
    driver = engine.selenium
    driver.execute_script(script("axe_before"))
    engine.inject()
    framed = driver.execute_script(script("axe_after"))
    if not framed or not depth:
        return frames
    for frame in driver.find_elements("css selector", "iframe, frame"):
        if not frames:
            break
        frames -= 1
        try:
            driver.switch_to.frame(frame)
        except (NoSuchFrameException, StaleElementReferenceException):
            continue
        try:
            frames = _inject(engine, frames, depth - 1)
        except JavascriptException:
            # A frame without scripts (sandbox): axe-core itself reports that it could not look inside.
            continue
        finally:
            _leave(driver)
    driver.execute_script(UNMARK)
    return frames


def _leave(driver: Any) -> None:
    try:
        driver.switch_to.parent_frame()
    except WebDriverException:
        driver.switch_to.default_content()
