"""The start of a browser with its driver."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium import webdriver

from .installed import Installed
from .processes import descendants, end

START_SECONDS = 30.0  # for a headless shell to say where it listens; a busy machine takes 5
LOOK_SECONDS = 0.02
WANTED = {"performance": "ALL", "browser": "ALL"}
# chromedriver would let every window through that a page opens.
LEFT_OUT = ["enable-logging", "disable-popup-blocking"]


@dataclass(frozen=True, slots=True)
class Running:
    """A driver of Selenium, and the programs behind it: the driver's own, and a browser that it did not start."""

    driver: Any
    programs: tuple[subprocess.Popen[Any], ...]

    @property
    def versions(self) -> dict[str, str]:
        """The name and version of the `browser`, the version of the `driver`."""
        told = self.driver.capabilities
        chrome = told.get("chrome") or told.get("msedge") or {}
        driver = chrome.get("chromedriverVersion") or chrome.get("msedgedriverVersion") or ""
        browser = f"{told.get('browserName', '')} {told.get('browserVersion', '')}".strip()
        return {"browser": browser, "driver": driver.split(" ")[0]}

    @property
    def address(self) -> str:
        """Host and port at which the browser listens for its protocol."""
        told = self.driver.capabilities
        return (told.get("goog:chromeOptions") or told.get("ms:edgeOptions"))["debuggerAddress"]

    @property
    def processes(self) -> list[int]:
        """The numbers of the programs' processes and of all that came of them."""
        return [pid for program in self.programs for pid in (program.pid, *descendants(program.pid))]

    def end(self) -> None:
        """End them all at once."""
        for program in self.programs:
            end(program)


def launch(installed: Installed, profile: Path, arguments: Sequence[str]) -> Running:
    """Start the browser with these arguments, `profile` among them; raises what Selenium raises, and OSError."""
    options = _options(installed)
    if not installed.is_shell:
        options.binary_location = str(installed.browser)
        options.add_experimental_option("excludeSwitches", LEFT_OUT)
        for argument in arguments:
            options.add_argument(argument)
        return _driven(installed, options)
    # chromedriver would start it without an address, and a shell then opens no page that could be found.
    shell = _shell(installed.browser, profile, arguments)
    try:
        options.debugger_address = _listening(shell, profile)
        running = _driven(installed, options)
    except BaseException:
        end(shell)
        raise
    return Running(running.driver, (*running.programs, shell))


def _options(installed: Installed) -> Any:
    options = (webdriver.edge if installed.is_edge else webdriver.chrome).options.Options()
    options.add_experimental_option("perfLoggingPrefs", {"enableNetwork": True, "enablePage": False})
    options.set_capability(f"{'ms' if installed.is_edge else 'goog'}:loggingPrefs", WANTED)
    options.unhandled_prompt_behavior = "dismiss"
    # The driver listens on loopback, where no HTTP_PROXY leads. The method for it is on its way out, with no heir here.
    options._ignore_local_proxy = True
    return options


def _driven(installed: Installed, options: Any) -> Running:
    kind = webdriver.edge if installed.is_edge else webdriver.chrome
    service = kind.service.Service(executable_path=str(installed.driver) if installed.driver else None)
    try:
        return Running(kind.webdriver.WebDriver(options=options, service=service), (service.process,))
    except BaseException:
        end(getattr(service, "process", None))
        raise


def _shell(program: Path | None, profile: Path, arguments: Sequence[str]) -> subprocess.Popen[Any]:
    command = [str(program), *arguments, "--remote-debugging-port=0", "about:blank"]
    quiet = subprocess.DEVNULL
    # What it writes in spite of all, it writes to a folder that is thrown away.
    return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, cwd=profile)


def _listening(shell: subprocess.Popen[Any], profile: Path) -> str:
    """Host and port at which a shell waits for a driver, which it writes into its profile."""
    told, until = profile / "DevToolsActivePort", time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        with suppress(OSError, IndexError):
            return f"127.0.0.1:{int(told.read_text().splitlines()[0])}"
        if shell.poll() is not None:
            raise OSError(f"{shell.args[0]} ended at once, with {shell.returncode}")
        time.sleep(LOOK_SECONDS)
    raise OSError(f"{shell.args[0]} did not say within {START_SECONDS:g} seconds where it listens")
