"""The fast lane: one axe-core that stays started, pointed at each page of an origin from a tab beside it.

Starting axe-core anew in each page costs as much as half of its run, and what the browser's compiler learned of it
is lost with each page. A page cannot tell this tab from any that opened it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from typing import Any

from ..evidence.vendored import axe_script
from ..model.url import origin
from .broken import ERRORS
from .probe import script
from .world import World

HOME = "/robots.txt"  # small, on each origin, and no page: it may as well be missing
BEGINNING = re.compile(r"/\*.*?\*/\s*!function \w+\(window\)\{var (\w+)=window,document=window\.document;", re.DOTALL)
CHECKED = 50  # pages between two that are looked at on both lanes
MOST_STARTS = 5  # of one origin, in one browser: whoever keeps apart goes the plain way


class Warm:
    """The tab beside the page's. `page` is the driver's name of the tab that it opened for the pages."""

    def __init__(self, driver: Any, url: str) -> None:
        self._driver = driver
        self.origin = origin(url)
        self._home, *others = driver.window_handles
        for other in others:
            driver.switch_to.window(other)
            driver.close()
        driver.switch_to.window(self._home)
        self._cdp("Emulation.setScriptExecutionDisabled", value=True)
        driver.get(self.origin + HOME)
        self._cdp("Emulation.setScriptExecutionDisabled", value=False)
        self._world = World(self._cdp, self._home)
        self.page = ""
        self._asked = 0
        if self._world.evaluate("location.origin") == self.origin:
            self._world.evaluate(f"{source()}\ntrue;")
            self.page = next((handle for handle in driver.window_handles if handle != self._home), "")
        driver.switch_to.window(self.page or self._home)

    @property
    def is_doubted(self) -> bool:
        """Whether the last answer has to be compared with that of the plain lane: the first, and one of so many."""
        return self._asked % CHECKED == 1

    @property
    def tabs(self) -> set[str]:
        """The driver's names of both tabs."""
        return {self._home, self.page}

    def ask(self, url: str, tags: tuple[str, ...], seconds: float) -> dict[str, Any]:
        """axe-core's answer about the page at `url` in the other tab; {refused} where it cannot be looked at from here."""
        self._driver.switch_to.window(self._home)
        try:
            text = self._world.evaluate(f"govlintWarm.run({json.dumps(url)}, {json.dumps(tags)}, {seconds})")
        finally:
            self._driver.switch_to.window(self.page)
        answer = json.loads(text)
        self._asked += "refused" not in answer
        return answer

    def _cdp(self, method: str, **parameters: Any) -> Any:
        return self._driver.execute_cdp_cmd(method, parameters)


class Lane:
    """The fast lane of one browser: the warm axe-core of the origin that is looked at just now, if there is one."""

    def __init__(self) -> None:
        self.warm: Warm | None = None
        self._starts: Counter[str] = Counter()
        self._closed = False

    @property
    def tabs(self) -> set[str]:
        """The driver's names of the tabs that belong to it."""
        return self.warm.tabs if self.warm else set()

    def leads_to(self, url: str) -> bool:
        """Whether nothing is to be opened for this page: the lane stands, or no further try is worth it."""
        here = origin(url)
        if self.warm is not None:
            return self.warm.origin == here
        return self._closed or self._starts[here] >= MOST_STARTS

    def open(self, driver: Any, url: str) -> None:
        """Start a warm axe-core for the origin of this page; without one where that origin has no document to begin with."""
        self._starts[origin(url)] += 1
        self.warm = None
        try:
            warm = Warm(driver, url)
        except ERRORS:
            driver.switch_to.window(driver.window_handles[0])
        else:
            self.warm = warm if warm.page else None

    def leave(self, for_good: bool = False) -> None:
        """Go the plain way until the next page, or for good."""
        self.warm = None
        self._closed = self._closed or for_good


@cache
def source() -> str:
    """axe-core with the means to be pointed at another window, and what runs it; raises ValueError where it has changed."""
    core = axe_script().read_text("utf-8")
    found = BEGINNING.match(core)
    if found is None:
        raise ValueError("axe-core does not begin as it did: capture/warm.py cannot point it at another window")
    pointing = f"window.govlintPoint=function(w){{window={found[1]}=w;document=w.document}};"
    core = core[: found.end()] + pointing + core[found.end() :]
    return script("axe_warm").replace("AXE_RUN", script("axe_run").strip()).replace("AXE_CORE", core)
