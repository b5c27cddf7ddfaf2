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

from selenium import webdriver
from selenium.common.exceptions import JavascriptException, NoSuchWindowException, TimeoutException, WebDriverException
from urllib3.exceptions import HTTPError, ReadTimeoutError

from .. import __version__
from ..evidence.snapshot import Vantage
from .flags import flags, sandboxes
from .installed import Installed, find_browser
from .limits import SETTLE_SECONDS, Limits
from .probe import Probe, script
from .processes import end
from .shown import BrowserFailed, Gone, is_fetching, is_gone, must_be_shown

__all__ = ["Browser", "BrowserFailed"]

USUAL = Limits()
SCRIPT_SECONDS = USUAL.script
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
        self._driver: Any = None
        self.profile: Path | None = None
        self._preload = ""
        self._user_agent = ""
        self._seen: Vantage | None = None
        self._events: list[dict[str, Any]] = []
        self.token = ""  # names this visit in the page
        self._world: int | None = None  # where the questions to the page that is shown are asked
        self._shown = ""  # the address that is open, if it may be opened again without ado

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def driver(self) -> Any:
        """The running Selenium driver, started if need be; raises BrowserFailed."""
        if self._driver is None:
            self._start()
        return self._driver

    def open(self, url: str, vantage: Vantage) -> None:
        """Show a page as on a first visit: nothing remembered of any other; raises BrowserFailed."""
        with self._failures(f"loading {url}"):
            if url != self._shown or "#" in url:
                self._leave()
            self._shown = ""
            self._clean(url)
            self.emulate(vantage)
            with self.patience(self.load_seconds + 5):
                in_time = self._navigate(url)
            self._arrive(url, in_time, vantage.scripts)
            self._shown = url

    def reload(self) -> None:
        """Load the page that is shown once more, for a probe that has to begin again."""
        with self.patience(self.load_seconds + 5):
            self.driver.refresh()
        self._world = None
        self._settle()

    def evaluate(self, expression: str, **options: Any) -> Any:
        """What an expression gives in the page, as plain data; a promise is waited for.

        It sees the document, and is out of reach of the page's scripts: whatever they overwrite, here all is
        as it was. `options` are those of the DevTools command Runtime.evaluate.
        """
        if self._world is None:
            # The first window's name is that of its frame.
            made = self.cdp("Page.createIsolatedWorld", frameId=self.driver.current_window_handle, worldName="govlint")
            self._world = made["executionContextId"]
        return self._evaluated({"expression": expression, "contextId": self._world, **options})

    def witness(self, call: str) -> Any:
        """What the witness in the page's own world says (see scripts/witness.js); None where scripts do not run."""
        witness = f"window[{json.dumps(self.token)}]"
        return self._evaluated({"expression": f"{witness} && {witness}.{call}", "includeCommandLineAPI": True})

    def _evaluated(self, given: dict[str, Any]) -> Any:
        try:
            answer = self.cdp("Runtime.evaluate", returnByValue=True, awaitPromise=True, **given)
        except WebDriverException as error:
            if not is_gone(error.msg or ""):
                raise
            raise Gone("not-shown", "The page went on to another document while it was looked at.") from None
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            text = details.get("exception", {}).get("description") or details["text"]
            raise BrowserFailed("not-shown", f"A script of govlint failed in the page: {text.splitlines()[0]}")
        return answer["result"].get("value")

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
        if vantage == self._seen:
            return
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            width=vantage.width,
            height=vantage.height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.cdp("Emulation.setUserAgentOverride", userAgent=self._user_agent, acceptLanguage=vantage.language)
        self.cdp("Emulation.setScriptExecutionDisabled", value=not vantage.scripts)
        self._seen = vantage

    def resize(self, width: int, height: int) -> None:
        """Give the window another size in CSS pixels, until the next visit."""
        self._seen = None
        self.cdp(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

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
        if self._driver is not None:
            with suppress(WebDriverException, HTTPError, OSError), self.patience(5):
                self._driver.quit()
        self._kill()

    def _start(self) -> None:
        self._installed = self._installed or find_browser()
        if self._installed.browser is None:
            raise BrowserFailed("browser-crashed", "; ".join(self._installed.problems))
        self.profile = Path(tempfile.mkdtemp(prefix="govlint-browser-"))
        for sandbox in sandboxes():
            try:
                self._driver = _driver(self._installed, self.profile, sandbox)
                break
            except (WebDriverException, HTTPError, OSError) as error:
                problem = error
        if self._driver is None:
            self._kill()
            said = str(getattr(problem, "msg", problem)).splitlines()[0]
            text = f"The browser does not start: {said}. Run `govlint doctor`."
            raise BrowserFailed("browser-crashed", text)
        self._driver.command_executor.client_config.timeout = self.answer_seconds
        self._driver.set_page_load_timeout(self.load_seconds)
        self._driver.set_script_timeout(self.script_seconds)
        self._introduce()

    def _introduce(self) -> None:
        told = self._driver.capabilities
        chrome = told.get("chrome") or told.get("msedge") or {}
        driver = chrome.get("chromedriverVersion") or chrome.get("msedgedriverVersion") or ""
        self.versions = {
            "browser": f"{told.get('browserName', '')} {told.get('browserVersion', '')}".strip(),
            "driver": driver.split(" ")[0],
        }
        self._user_agent = f"{self.cdp('Browser.getVersion')['userAgent']} govlint/{__version__}"
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
        driver.get("about:blank")
        self._world = None

    def _clean(self, url: str) -> None:
        self.evaluate("window.govlintLeft = true")
        self.cdp("Network.clearBrowserCookies")
        parts = urlsplit(url)
        self.cdp("Storage.clearDataForOrigin", origin=f"{parts.scheme}://{parts.netloc}", storageTypes=STORED)
        if self._preload:
            self.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=self._preload)
        self.token = f"govlint-{uuid.uuid4().hex}"
        source = script("preload", "witness").replace("TOKEN", self.token)
        self._preload = self.cdp("Page.addScriptToEvaluateOnNewDocument", source=source)["identifier"]
        self.events()
        self._events = []
        self.console()

    def _navigate(self, url: str) -> bool:
        """Whether the page loaded in time; what is there after that time stands still."""
        try:
            self._driver.get(url)
        except TimeoutException:
            # Only a picture or a style sheet may be late: then the document can be used as it is.
            self.cdp("Page.stopLoading")
            return False
        return True

    def _arrive(self, url: str, in_time: bool, scripts: bool) -> None:
        """Wait until the page stands; one that goes on to another document may do so a few times."""
        for last in (False, False, True):
            self._world = None
            try:
                state = self.evaluate(script("arrived").replace('"EXPECTED"', json.dumps(url)))
                must_be_shown(url, state, in_time)
                if state["scripts"] and scripts:
                    self._settle()
                return
            except Gone:
                if last:
                    raise

    def _settle(self) -> None:
        """Wait until scripts have fetched and drawn what they began with."""
        end = time.monotonic() + SETTLE_SECONDS
        self.evaluate(script("quiet"))
        while is_fetching(self.events()) and time.monotonic() < end:
            self.evaluate(script("quiet"))

    @contextmanager
    def _failures(self, what: str) -> Iterator[None]:
        """Turns what Selenium raises into BrowserFailed; a browser that may hang is ended."""
        try:
            yield
        except (TimeoutException, ReadTimeoutError):
            self._kill()
            raise BrowserFailed("time-out", f"The browser gave no answer in time while {what}.") from None
        except (HTTPError, OSError, NoSuchWindowException):
            self._kill()
            raise BrowserFailed("browser-crashed", f"The browser crashed while {what}.") from None
        except WebDriverException as error:
            said = (error.msg or "no reason given").splitlines()[0]
            alive = isinstance(error, JavascriptException) or "net::ERR_" in said
            if not alive:
                self._kill()
            kind = "not-shown" if alive else "browser-crashed"
            raise BrowserFailed(kind, f"The browser failed while {what}: {said}.") from None

    def _kill(self) -> None:
        driver, self._driver, self._preload, self._seen, self._world = self._driver, None, "", None, None
        self._shown = ""
        if driver is not None:
            end(driver.service.process)
        if self.profile is not None:
            shutil.rmtree(self.profile, ignore_errors=True)
            self.profile = None


def _driver(installed: Installed, profile: Path, sandbox: bool) -> Any:
    kind = webdriver.edge if installed.is_edge else webdriver.chrome
    options = kind.options.Options()
    options.binary_location = str(installed.browser)
    for flag in flags(str(profile), sandbox):
        options.add_argument(flag)
    options.add_experimental_option("perfLoggingPrefs", {"enableNetwork": True, "enablePage": False})
    options.add_experimental_option("excludeSwitches", ["enable-logging"])
    prefix = "ms" if installed.is_edge else "goog"
    options.set_capability(f"{prefix}:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    options.unhandled_prompt_behavior = "dismiss"
    service = kind.service.Service(executable_path=str(installed.driver) if installed.driver else None)
    try:
        return kind.webdriver.WebDriver(options=options, service=service)
    except BaseException:
        end(getattr(service, "process", None))
        raise
