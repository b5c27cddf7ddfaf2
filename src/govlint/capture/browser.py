"""The one door to the browser: a clean page load for each visit, and questions to the page."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from .. import __version__
from ..evidence.snapshot import Vantage
from .arrival import QUIET, arrive, navigate, settle
from .broken import ERRORS, explained
from .flags import flags, sandboxes
from .installed import Installed, find_browser
from .launch import Running, launch
from .limits import Limits
from .probe import Probe
from .processes import end_in
from .shown import BrowserFailed, Gone, Waits
from .tab import Tab
from .warm import Lane
from .wire import Wire

__all__ = ["Browser", "BrowserFailed"]

USUAL = Limits()
LEAVE = "window.govlintLeft = true; try { sessionStorage.clear(); } catch {}"


class Browser:
    """A headless browser, started at the first visit and started again after a crash; must be closed.

    `load_seconds` is the patience with one page load, `answer_seconds` with one question to a loaded page,
    `script_seconds` with what a probe starts there. `arguments` are added to its command line, as those of a Gate.
    With a `lane` axe-core stays started (see warm.py).
    """

    def __init__(
        self, installed: Installed | None = None, *, load_seconds: float = USUAL.load, answer_seconds: float = USUAL.answer,
        script_seconds: float = USUAL.script, arguments: tuple[str, ...] = (), lane: Lane | None = None,
    ) -> None:  # fmt: skip
        self._installed = installed
        self._arguments = arguments
        self.load_seconds = load_seconds
        self.answer_seconds = answer_seconds
        self.script_seconds = script_seconds
        self.versions: dict[str, str] = {}
        self._running: Running | None = None
        self.profile: Path | None = None
        self.lane = lane
        self.tab: Any = None
        self._user_agent = ""
        self._events: list[dict[str, Any]] = []
        self._shown = ""  # the address that is open, if it may be opened again without ado
        self._waits = Waits(USUAL.slow_answers)
        self._wire: Wire | None = None
        self.pages = 0  # opened since the start

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
        self._waits.begin(url)
        with self._failures(f"loading {url}"):
            if self.lane is not None and self.driver:
                self._take_lane(self.lane, url)
                self._close_others()
            if not self.token or "#" in url or (first and url != self._shown):
                self._leave()
            self._shown = ""
            self.pages += 1
            self._clean(url, first or not self.token)
            self.emulate(vantage)
            with self.patience(self.load_seconds + 5):
                in_time = navigate(self, url)
            arrive(self, url, in_time, vantage.scripts)
            self._shown = url

    @property
    def token(self) -> str:
        """The name of this visit in the page; empty before the first."""
        return self.tab.token if self._running else ""

    @property
    def shown(self) -> str:
        """The address that was opened last, once it stood."""
        return self._shown

    def reload(self) -> None:
        """Load the page that is shown once more, for a probe that has to begin again."""
        with self.patience(self.load_seconds + 5):
            self.driver.refresh()
        self.tab.world.forget()
        self.evaluate(QUIET)
        settle(self)

    def evaluate(self, expression: str) -> Any:
        """What an expression gives in the page, as plain data; a promise is waited for.

        It sees the document, and is out of reach of the page's scripts: whatever they overwrite, here all is
        as it was.
        """
        return self.tab.world.evaluate(expression)

    def witness(self, call: str) -> Any:
        """What the witness in the page's own world says (see scripts/witness.js); None where scripts do not run."""
        return self.tab.world.witness(self.tab.token, call)

    def cdp(self, method: str, **parameters: Any) -> Any:
        """The answer to a command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(method, parameters)

    def ask(self, commands: Sequence[tuple[str, dict[str, Any]]]) -> list[Any]:
        """The answers to many commands of the protocol, each (method, parameters), none of which waits for the one before."""
        if self._wire is None or self._wire.tab != self.tab.handle:
            self._hang_up()
            self._wire = Wire(self._running.address, self.tab.handle, self.answer_seconds)
        return self._wire.ask(commands)

    def shows_own_error(self) -> bool:
        """Whether the browser runs and has an error page of its own where the page was."""
        if self._running is None:
            return False
        with suppress(*ERRORS, BrowserFailed):
            self.tab.world.forget()
            return self.evaluate("location.protocol") == "chrome-error:"
        return False

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
        self.tab.screen.show(vantage)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size in CSS pixels, until the next visit."""
        self.tab.screen.resize(width, height)

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

    def close(self) -> None:
        """End the browser and remove what it wrote."""
        self._hang_up()
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
                self._running = launch(self._installed, self.profile, [*flags(str(self.profile), sandbox, windows=self.lane is not None), *self._arguments])
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
        self.versions = self._running.versions
        self._user_agent = f"{self.cdp('Browser.getVersion')['userAgent']} govlint/{__version__}"
        self.tab = Tab(self.driver, self._user_agent, shut=self.lane is not None)

    def _take_lane(self, lane: Lane, url: str) -> None:
        """See to it that the fast lane leads to this page, if it can."""
        if lane.leads_to(url):
            if lane.warm is None:
                self.tab.lay_ready()
            return
        self._shown = ""
        with self.patience(self.load_seconds + 5):
            lane.open(self.driver, url)
        self.tab = Tab(self.driver, self._user_agent, axe_ready=lane.warm is None, shut=True)

    def _leave(self) -> None:
        """Go to an empty page: what the one before still has in hand ends here."""
        self._close_others()
        self.driver.get("about:blank")
        self.tab.world.forget()

    def _close_others(self) -> None:
        """Close the windows that pages opened."""
        if self.driver:  # which is started by that
            self.tab.close_others(self.lane.tabs if self.lane else ())

    def _clean(self, url: str, first: bool) -> None:
        try:
            self.evaluate(LEAVE)
        except Gone:  # the page before goes on by itself
            self._leave()
            self.evaluate(LEAVE)
        self.tab.forget_visits(url)
        if first:
            self.tab.take_new_token()
        self.tab.spare(trackers=not first)
        self.events()
        self._events = []
        self.console()

    @contextmanager
    def _failures(self, what: str) -> Iterator[None]:
        """Turns what Selenium raises into BrowserFailed; a browser that may hang is ended."""
        try:
            yield
        except ERRORS as error:
            failed, alive = explained(error, what)
            self._waits.note(failed)
            if not alive:
                self._kill()
            raise failed from None

    def _hang_up(self) -> None:
        if self._wire is not None:
            self._wire.close()
            self._wire = None

    def _kill(self) -> None:
        self._hang_up()
        running, self._running, self._shown = self._running, None, ""
        self.pages = 0
        if self.lane is not None:
            self.lane.warm = None
        if running is not None:
            running.end()
        if self.profile is not None:
            end_in(self.profile)  # what outlived its driver
            shutil.rmtree(self.profile, ignore_errors=True)
            self.profile = None
