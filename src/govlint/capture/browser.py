"""The one door to the browser: a clean page load for each visit, and questions to the page."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selenium.common.exceptions import TimeoutException

from .. import __version__
from ..evidence.snapshot import Vantage
from . import spared
from .broken import ERRORS, explained
from .flags import flags, sandboxes
from .installed import Installed, find_browser
from .launch import Running, launch
from .limits import SETTLE_SECONDS, Limits
from .probe import Probe, script
from .processes import end_in, resident
from .ready import axe_core, witness
from .screen import Screen
from .shown import BrowserFailed, Gone, error_of, is_fetching, must_be_shown
from .world import NAME, World

__all__ = ["Browser", "BrowserFailed"]

USUAL = Limits()
SCRIPT_SECONDS = USUAL.script
WEIGHED = 10  # pages between two looks at the memory: a look costs as much as a small page's parsing
LEAVE = "window.govlintLeft = true; try { sessionStorage.clear(); } catch {}"
ARRIVED = script("arrived")
QUIET = script("quiet").rstrip().rstrip(";")
STORED = "local_storage,indexeddb,service_workers,cache_storage"  # "all" takes four times as long


class Browser:
    """A headless browser, started at the first visit and started again after a crash; must be closed.

    `load_seconds` is the patience with one page load, `answer_seconds` with one question to a loaded page,
    `script_seconds` with what a probe starts there.
    """

    def __init__(
        self, installed: Installed | None = None, *, load_seconds: float = USUAL.load, answer_seconds: float = USUAL.answer,
        script_seconds: float = USUAL.script,
    ) -> None:  # fmt: skip
        self._installed = installed
        self.load_seconds = load_seconds
        self.answer_seconds = answer_seconds
        self.script_seconds = script_seconds
        self.versions: dict[str, str] = {}
        self._running: Running | None = None
        self.profile: Path | None = None
        self._preload = ""
        self._screen: Any = None
        self._spares = False  # whether trackers are spared our requests
        self._events: list[dict[str, Any]] = []
        self.token = ""  # names this visit in the page
        self._world: Any = None
        self._shown = ""  # the address that is open, if it may be opened again without ado
        self._pages = 0  # opened since the start

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def driver(self) -> Any:
        """The running Selenium driver, started if need be; raises BrowserFailed."""
        if self._running is None:
            self._start()
        assert self._running is not None
        return self._running.driver

    @property
    def processes(self) -> list[int]:
        """The numbers of the processes that belong to the running browser, its driver's among them."""
        return self._running.processes if self._running else []

    def open(self, url: str, vantage: Vantage, first: bool = True) -> None:
        """Show a page with nothing remembered of any other; raises BrowserFailed.

        With `first` all is as on the very first visit, for a probe that looks at what a visit leaves behind. Without,
        it costs a third less: the page before is not left for an empty one, and what others than the site itself
        stored may still be there.
        """
        with self._failures(f"loading {url}"):
            if not self._preload or "#" in url or (first and url != self._shown):
                self._leave()
            self._shown = ""
            self._pages += 1
            self._clean(url, first or not self._preload)
            self.emulate(vantage)
            with self.patience(self.load_seconds + 5):
                in_time = self._navigate(url)
            self._arrive(url, in_time, vantage.scripts)
            self._shown = url

    def reload(self) -> None:
        """Load the page that is shown once more, for a probe that has to begin again."""
        with self.patience(self.load_seconds + 5):
            self.driver.refresh()
        self._world.forget()
        self.evaluate(QUIET)
        self._settle()

    def evaluate(self, expression: str) -> Any:
        """What an expression gives in the page, as plain data; a promise is waited for.

        It sees the document, and is out of reach of the page's scripts: whatever they overwrite, here all is
        as it was.
        """
        return self._world.evaluate(expression)

    def witness(self, call: str) -> Any:
        """What the witness in the page's own world says (see scripts/witness.js); None where scripts do not run."""
        return self._world.witness(self.token, call)

    def cdp(self, method: str, **parameters: Any) -> Any:
        """The answer to a command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(method, parameters)

    def events(self) -> list[dict[str, Any]]:
        """The DevTools events of the network since the visit began, each {method, params}."""
        told = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        self._events += told
        return self._events

    def console(self) -> list[dict[str, Any]]:
        """What the console was told since the last question: {level, message, source, timestamp}."""
        return self.driver.get_log("browser")

    def emulate(self, vantage: Vantage) -> None:
        """Look from this vantage: its width, height and language, and whether scripts run."""
        self._screen.show(vantage)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size in CSS pixels, until the next visit."""
        self._screen.resize(width, height)

    def run(self, probe: Probe, vantage: Vantage) -> Any:
        """A probe's answer about the page that is shown; raises BrowserFailed."""
        with self._failures(f"the probe {probe.name} ran"):
            return probe(self, vantage)

    @contextmanager
    def patience(self, seconds: float) -> Iterator[None]:
        """Wait for each answer of the driver this long, instead of `answer_seconds`."""
        settings = self.driver.command_executor.client_config
        before = settings.timeout
        settings.timeout = seconds
        try:
            yield
        finally:
            settings.timeout = before

    def rest(self, limits: Limits) -> None:
        """Between two pages: end a browser that is worn out, so that the next page gets a fresh one."""
        weighed = self._running is not None and self._pages % WEIGHED == 0
        if self._pages >= limits.browser_pages or (weighed and resident(self.processes) > limits.browser_memory):
            self.close()

    def close(self) -> None:
        """End the browser and remove what it wrote."""
        if self._running is not None:
            with suppress(*ERRORS), self.patience(5):
                self.driver.quit()
        self._kill()

    def _start(self) -> None:
        self._installed = self._installed or find_browser()
        if self._installed.browser is None:
            raise BrowserFailed("browser-crashed", "; ".join(self._installed.problems))
        self.profile = Path(tempfile.mkdtemp(prefix="govlint-browser-"))
        for sandbox in sandboxes():
            try:
                self._running = launch(self._installed, self.profile, flags(str(self.profile), sandbox))
                break
            except ERRORS as error:
                problem = error
        if self._running is None:
            self._kill()
            said = str(getattr(problem, "msg", problem)).splitlines()[0]
            text = f"The browser does not start: {said}. Run `govlint doctor`."
            raise BrowserFailed("browser-crashed", text)
        self.driver.command_executor.client_config.timeout = self.answer_seconds
        self.driver.set_page_load_timeout(self.load_seconds)
        self.driver.set_script_timeout(self.script_seconds)
        self._introduce()

    def _introduce(self) -> None:
        self.versions = self._running.versions if self._running else {}
        user_agent = self.cdp("Browser.getVersion")["userAgent"]
        # The first window's name is that of its frame.
        self._world = World(self.cdp, self.driver.current_window_handle)
        self._screen = Screen(self.cdp, f"{user_agent} govlint/{__version__}")
        self._deny_downloads()
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source=axe_core(), worldName=NAME)

    def _deny_downloads(self) -> None:
        self.cdp("Browser.setDownloadBehavior", behavior="deny")

    def _leave(self) -> None:
        """Go to an empty page: what the one before still has in hand ends here."""
        driver = self.driver
        first, *others = driver.window_handles
        for other in others:
            driver.switch_to.window(other)
            driver.close()
        if others:
            driver.switch_to.window(first)
            self._deny_downloads()  # the window that was closed took that with it
        driver.get("about:blank")
        self._world.forget()

    def _clean(self, url: str, first: bool) -> None:
        self.evaluate(LEAVE)
        self.cdp("Network.clearBrowserCookies")
        parts = urlsplit(url)
        self.cdp("Storage.clearDataForOrigin", origin=f"{parts.scheme}://{parts.netloc}", storageTypes=STORED)
        if first:
            self._take_new_token()
        if self._spares == first:
            self._spares = not first
            self.cdp("Network.setBlockedURLs", urls=[] if first else spared.patterns())
        self.events()
        self._events = []
        self.console()

    def _take_new_token(self) -> None:
        """Name the visit anew: session storage with another name in it is emptied, of whatever origin it is."""
        if self._preload:
            self.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=self._preload)
        self.token = f"govlint-{uuid.uuid4().hex}"
        self._preload = self.cdp("Page.addScriptToEvaluateOnNewDocument", source=witness(self.token))["identifier"]

    def _navigate(self, url: str) -> bool:
        """Whether the page loaded in time; what is there after that time stands still."""
        try:
            self.driver.get(url)
        except TimeoutException:
            # Only a picture or a style sheet may be late: then the document can be used as it is.
            self.cdp("Page.stopLoading")
            return False
        return True

    def _arrive(self, url: str, in_time: bool, scripts: bool) -> None:
        """Wait until the page stands; one that goes on to another document may do so a few times."""
        looking = ARRIVED.replace('"EXPECTED"', json.dumps(url)).replace('"QUIET"', QUIET if scripts else "null")
        for last in (False, False, True):
            self._world.forget()
            try:
                state = self.evaluate(looking)
                if not state["error"] and state["address"].startswith("chrome-error:"):
                    state["error"] = error_of(self.events())  # a headless shell's error page says nothing
                must_be_shown(url, state, in_time)
                if state["scripts"] and scripts:
                    self._settle()
                return
            except Gone:
                if last:
                    raise

    def _settle(self) -> None:
        """Wait until scripts have fetched and drawn what they began with; they have been quiet just now."""
        end = time.monotonic() + SETTLE_SECONDS
        while is_fetching(self.events()) and time.monotonic() < end:
            self.evaluate(QUIET)

    @contextmanager
    def _failures(self, what: str) -> Iterator[None]:
        """Turns what Selenium raises into BrowserFailed; a browser that may hang is ended."""
        try:
            yield
        except ERRORS as error:
            failed, alive = explained(error, what)
            if not alive:
                self._kill()
            raise failed from None

    def _kill(self) -> None:
        running, self._running, self._preload = self._running, None, ""
        self._shown, self._spares = "", False
        self._pages = 0
        if running is not None:
            running.end()
        if self.profile is not None:
            end_in(self.profile)  # what outlived its driver
            shutil.rmtree(self.profile, ignore_errors=True)
            self.profile = None
