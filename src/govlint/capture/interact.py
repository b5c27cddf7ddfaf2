"""What the keyboard can do on a page: real Tab presses, and where they led."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from ..evidence.snapshot import Vantage
from .browser import Browser
from .limits import MOST_PRESSES
from .probe import DISTURBS, probe, script

BEYOND = 10  # more presses than controls, for what takes focus and is none
BATCH = 20  # presses in one go while nothing interferes
VISITS = 3  # a place that focus comes to for the third time lies in a loop
SECOND_LOOKS = 12
CODES = {"Tab": 9, "Escape": 27}
MODIFIERS = {"": 0, "alt": 1, "control": 2, "shift": 8}  # as Input.dispatchKeyEvent has them


@probe(version="2", effect=DISTURBS)
def focus_trail(browser: Browser, vantage: Vantage) -> dict[str, Any]:
    """Where focus went while Tab was pressed, how it looked there, and what Tab never reached."""
    begun = _begin(browser)
    trail = _walk(browser, begun["limit"], 1 if begun["opaque"] else BATCH)
    if trail["doubtful"] or trail["visits"] > 1:
        # Scripts move focus here: once more, key by key, with time for them to do so.
        browser.reload()
        begun = _begin(browser)
        trail = _walk(browser, begun["limit"], 1)
    browser.evaluate("govlintFocus.end()")
    escaped = trail["left"]
    trap: list[int] = []
    if not escaped and trail["visits"] >= VISITS:
        loop = _loop(trail["trail"])
        told = browser.evaluate(f"govlintFocus.loop({loop})")
        if not told["opaque"]:
            escaped = _leaves(browser, loop, told["keys"])
            trap = [] if escaped or told["modal"] else loop
    _look_again(browser)
    answer = browser.evaluate(f"govlintFocus.answer({trap})")
    if not escaped and not trap:
        answer["stops"] = list(dict.fromkeys(answer["stops"]))
    return {**answer, "controls": begun["controls"], "escaped": escaped, "presses": trail["presses"]}


def _begin(browser: Browser) -> dict[str, Any]:
    listeners = browser.witness("listeners(getEventListeners)") or ""
    source = script("elements", "look", "unreached", "overlaps", "focus_trail").replace('"LISTENERS"', json.dumps(listeners))
    browser.evaluate(f"(() => {{ {source} }})()".replace("TOKEN", browser.token))
    browser.witness("arm(window)")
    # After a page before this one, focus may still lie outside of the page.
    browser.cdp("Page.bringToFront")
    begun = browser.evaluate("govlintFocus.begin()")
    return {**begun, "limit": min(begun["controls"] + BEYOND + begun["inner"], MOST_PRESSES)}


def _walk(browser: Browser, limit: int, batch: int) -> dict[str, Any]:
    pressed = 0
    while True:
        count = min(batch, limit - pressed)
        _press(browser, "Tab", count)
        pressed += count
        state = browser.evaluate("govlintFocus.read()")
        if batch == 1 and state["returned"]:
            browser.evaluate("govlintFocus.resume()")
            state = browser.evaluate("govlintFocus.read()")
        over = state["left"] or state["visits"] >= VISITS or (state["doubtful"] and batch > 1)
        if over or pressed >= limit:
            return state


def _loop(trail: Sequence[int]) -> list[int]:
    """The places between the last two visits of the place where focus is now."""
    last = trail[-1]
    before = max(index for index, place in enumerate(trail[:-1]) if place == last)
    return sorted(set(trail[before:]))


def _leaves(browser: Browser, loop: Sequence[int], keys: Sequence[Sequence[str]]) -> bool:
    """Whether Shift and Tab, Escape, or the keys that the page itself names lead out of a loop."""
    back: Callable[[], None] = lambda: _press(browser, "Tab", modifier="shift")  # noqa: E731
    on: Callable[[], None] = lambda: _press(browser, "Tab")  # noqa: E731
    around = len(loop) + 1
    if any(_is_out(browser, loop, back) for _ in range(around)):
        return True
    named = [lambda key=key: _press(browser, key[1], modifier=key[0]) for key in keys[:3]]
    for release in (lambda: _press(browser, "Escape"), *named):
        if _is_out(browser, loop, release) or any(_is_out(browser, loop, on) for _ in range(around)):
            return True
    return False


def _is_out(browser: Browser, loop: Sequence[int], press: Callable[[], None]) -> bool:
    press()
    return browser.evaluate("govlintFocus.where()") not in loop


def _look_again(browser: Browser) -> None:
    """A second look at stops that seemed unchanged: what styles do not tell, the picture does."""
    for number in browser.evaluate("govlintFocus.unchanged()")[:SECOND_LOOKS]:
        focused = browser.evaluate(f"govlintFocus.focus({number})")
        if focused is None or focused["changed"]:
            browser.evaluate(f"govlintFocus.sawChange({number})")
            continue
        before = _picture(browser, focused["clip"])
        changed = browser.evaluate(f"govlintFocus.blur({number})")
        if not changed and _picture(browser, focused["clip"]) != before:
            browser.evaluate(f"govlintFocus.sawChange({number})")


def _picture(browser: Browser, clip: dict[str, float]) -> str:
    return browser.cdp("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=False)["data"]


def _press(browser: Browser, key: str, times: int = 1, modifier: str = "") -> None:
    """Press a key, as often as that. By the protocol: the driver's own key presses run scripts in the page's world."""
    code = CODES.get(key) or ord(key.upper())
    given = {"key": key, "code": key if key in CODES else f"Key{key.upper()}", "windowsVirtualKeyCode": code, "modifiers": MODIFIERS[modifier]}
    stroke = [("Input.dispatchKeyEvent", {"type": kind, **given}) for kind in ("rawKeyDown", "keyUp")]
    browser.ask(stroke * times)
