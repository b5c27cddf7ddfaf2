"""Sizes of what is drawn: when text is spaced or doubled, when the page is zoomed, on a narrow screen."""

from __future__ import annotations

from typing import Any

from ..evidence.snapshot import Vantage
from .probe import DISTURBS, probe, script

# WCAG 1.4.10: 320 by 256 CSS pixels are a window of 1280 by 1024 zoomed to 400%.
NARROW = (320, 256)


@probe(version="2", effect=DISTURBS)
def layout(browser: Any, vantage: Vantage) -> dict[str, Any]:
    """What overflows at 320 pixels, what text is cut off when it grows, and the sizes of targets."""
    browser.evaluate(f"(() => {{ {script('elements', 'layout')} }})()")
    answer = browser.evaluate("govlintLayout.asItIs()")
    browser.resize(vantage.width // 2, vantage.height // 2)
    zoomed = browser.evaluate("govlintLayout.zoomed()")
    browser.resize(*NARROW)
    answer["reflow"] = browser.evaluate("govlintLayout.narrow()")
    cut = {entry["selector"] for entry in zoomed}
    enlarged = [entry for entry in answer["clipped"]["text_200"] if entry["selector"] not in cut]
    answer["clipped"]["text_200"] = zoomed + enlarged
    return answer
