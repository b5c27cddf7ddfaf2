"""What axe-core says of a page and of the frames in it."""

from __future__ import annotations

import json
from typing import Any

from ..evidence.snapshot import Vantage
from .browser import Browser, BrowserFailed
from .probe import READS, SIGHT, probe, script
from .ready import axe_core

# Without wcag22aa axe-core leaves target-size out, although it is a rule of WCAG 2.2 AA.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
FRAME_SECONDS = 20  # for a frame to answer


@probe(version="2", effect=READS, depends=SIGHT)
def axe(browser: Browser, vantage: Vantage) -> dict[str, Any]:
    """axe-core's answer for the page with its frames, by rule."""
    with browser.patience(browser.script_seconds):
        answer = _fast(browser, vantage) or _plain(browser, vantage)
    if "error" in answer:
        raise BrowserFailed("not-shown", f"axe-core gave up on this page: {answer['error']}")
    return answer


def _plain(browser: Browser, vantage: Vantage) -> dict[str, Any]:
    if not browser.evaluate("Boolean(window.govlintStart)"):
        if vantage.scripts and browser.evaluate("window.length > 0"):
            _lay_in_frames(browser, vantage)
        else:
            # Scripts are off here and none runs before the page either, or the fast lane had it elsewhere.
            browser.evaluate(axe_core())
    run = f"{script('axe_run').strip()}(window.govlintStart(), document, {json.dumps(TAGS)}, {FRAME_SECONDS})"
    return json.loads(browser.evaluate(run))


def _lay_in_frames(browser: Browser, vantage: Vantage) -> None:
    """Show the page again with axe-core in each of its frames, which the fast lane does without."""
    tab = browser.tab
    tab.lay_ready()
    browser.open(browser.shown, vantage, first=False)
    if browser.lane is not None and browser.lane.warm is not None:
        tab.clear_away()


def _fast(browser: Browser, vantage: Vantage) -> dict[str, Any]:
    """The answer of the fast lane; empty where there is none, or where it is not that of the plain one."""
    lane = browser.lane
    if lane is None or lane.warm is None:
        return {}
    answer = lane.warm.ask(browser.evaluate("location.href"), TAGS, FRAME_SECONDS)
    if answer.get("refused") == "frames":
        return {}
    if "refused" not in answer and "error" not in answer and not lane.warm.is_doubted:
        return answer
    plain = _plain(browser, vantage)
    if plain != answer:
        lane.leave(for_good="refused" not in answer)
    return plain
