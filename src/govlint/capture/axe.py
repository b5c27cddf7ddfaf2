"""What axe-core says of a page and of the frames in it."""

from __future__ import annotations

import json
from typing import Any

from ..evidence.snapshot import Vantage
from .browser import Browser, BrowserFailed
from .probe import READS, probe, script
from .ready import axe_core

# Without wcag22aa axe-core leaves target-size out, although it is a rule of WCAG 2.2 AA.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
FRAME_SECONDS = 20  # for a frame to answer


@probe(version="2", effect=READS)
def axe(browser: Browser, vantage: Vantage) -> dict[str, Any]:
    """axe-core's answer for the page with its frames, by rule."""
    if not browser.evaluate("Boolean(window.govlintStart)"):
        # Scripts are off here, and then none runs before the page either.
        browser.evaluate(axe_core())
    with browser.patience(browser.script_seconds):
        answer = json.loads(browser.evaluate(f"{script('axe_run')}({json.dumps(TAGS)}, {FRAME_SECONDS})"))
    if "error" in answer:
        raise BrowserFailed("not-shown", f"axe-core gave up on this page: {answer['error']}")
    return answer
