"""What browser and driver this machine has, and the command that mends what is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
HEADLESS_SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
VERSION_SECONDS = 30  # a snap's first start is slow
VERSION = re.compile(r"\d+(?:\.\d+){1,3}")

MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
# Below each of the folders that Windows names in these variables.
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_BROWSERS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
# Where distributions put a driver that is not on PATH.
DRIVER_PLACES = (
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
    "/snap/bin/chromium.chromedriver",
)


@dataclass(frozen=True, slots=True)
class Installed:
    """The browser and driver that govlint would start; a problem names the command that mends it."""

    browser: Path | None = None
    browser_version: str = ""
    driver: Path | None = None
    driver_version: str = ""
    headless_shell: Path | None = None
    problems: tuple[str, ...] = ()

    @property
    def is_edge(self) -> bool:
        """Whether the browser is Microsoft Edge, which has a driver of its own."""
        return self.browser is not None and _is_edge(self.browser)

    @property
    def is_shell(self) -> bool:
        """Whether the browser is Chromium without its window, which starts and draws with less."""
        return self.browser is not None and self.browser.name.split(".")[0] in HEADLESS_SHELLS


def find_browser(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Installed:
    """The first browser that has a driver of its major version, else the first browser; a headless shell goes first.

    GOVLINT_BROWSER and GOVLINT_DRIVER (a path, or a name on PATH) go before all that is found.
    """
    shell = next(_on_path(HEADLESS_SHELLS, environment), None)
    browsers, wrong_browser = _named("GOVLINT_BROWSER", environment)
    drivers, wrong_driver = _named("GOVLINT_DRIVER", environment)
    if wrong_browser or wrong_driver:
        return Installed(headless_shell=shell, problems=tuple(filter(None, (wrong_browser, wrong_driver))))
    browsers = browsers or list(dict.fromkeys([*([shell] if shell else []), *_browsers(environment, system)]))
    if not browsers:
        return Installed(headless_shell=shell, problems=(_no_browser(environment, system),))
    pairs = [_pair(browser, drivers, environment, system) for browser in browsers]
    browser, version, driver, driver_version = next((pair for pair in pairs if _match(pair[1], pair[3])), pairs[0])
    problems = _problems(browser, version, driver, driver_version, mend(environment, system))
    return Installed(browser, version, driver, driver_version, shell, problems)


def mend(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> str:
    """The command that installs a browser with its driver on this kind of machine."""
    if system == "darwin":
        return "brew install --cask google-chrome chromedriver"
    if system == "win32":
        return "winget install Google.Chrome"
    sudo = "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
    commands = {
        "apt-get": f"{sudo}apt-get update && {sudo}apt-get install -y chromium chromium-driver",
        "dnf": f"{sudo}dnf install -y chromium chromedriver",
        "apk": f"{sudo}apk add chromium chromium-chromedriver",
        "pacman": f"{sudo}pacman -S chromium",
    }
    for manager, command in commands.items():
        if shutil.which(manager, path=environment.get("PATH")):
            return command
    return "install Chromium or Chrome and the ChromeDriver of the same version"


def version_of(program: Path, system: str = sys.platform) -> str:
    """The version that a browser or driver tells of itself, such as 156.0.8078.79; empty where it tells none."""
    if system == "win32" and program.stem in ("chrome", "msedge"):  # there --version opens a window and says nothing
        folders = [entry.name for entry in program.parent.iterdir() if VERSION.fullmatch(entry.name)]
        return max(folders, key=_numbers, default="")
    try:
        run = subprocess.run(
            [program, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=VERSION_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = VERSION.search(run.stdout)
    return found[0] if found else ""


def _browsers(environment: Mapping[str, str], system: str) -> Iterator[Path]:
    yield from _on_path(BROWSERS, environment)
    if system == "darwin":
        yield from _files(MAC_BROWSERS)
    if system == "win32":
        folders = [environment[name] for name in WINDOWS_FOLDERS if environment.get(name)]
        yield from _files(f"{folder}/{place}" for folder in folders for place in WINDOWS_BROWSERS)
    yield from _selenium_cache("chrome", ("chrome", "chrome.exe", "Google Chrome for Testing"), environment)


def _drivers(browser: Path, environment: Mapping[str, str], system: str) -> Iterator[Path]:
    name = "msedgedriver" if _is_edge(browser) else "chromedriver"
    yield from _on_path((name,), environment)
    yield from _files(str(browser.parent / file) for file in (name, f"{name}.exe"))
    if name == "chromedriver" and system.startswith("linux"):
        yield from _files(DRIVER_PLACES)
    yield from _selenium_cache(name, (name, f"{name}.exe"), environment)


def _selenium_cache(folder: str, names: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[Path]:
    """What Selenium Manager fetched on this machine before, the newest first."""
    default = Path(environment.get("HOME") or environment.get("USERPROFILE") or "/nonexistent", ".cache", "selenium")
    cache = Path(environment.get("SE_CACHE_PATH") or default, folder)
    found = [path for path in cache.rglob("*") if path.name in names and path.is_file()]
    yield from sorted(found, key=lambda path: _numbers(str(path.relative_to(cache))), reverse=True)


def _pair(
    browser: Path, drivers: list[Path], environment: Mapping[str, str], system: str
) -> tuple[Path, str, Path | None, str]:
    """A browser with its version, and of its drivers the first that matches, else the first."""
    version = version_of(browser, system)
    first: tuple[Path | None, str] = (None, "")
    for driver in dict.fromkeys(drivers or _drivers(browser, environment, system)):
        told = version_of(driver, system)
        if _match(version, told):
            return browser, version, driver, told
        if first[0] is None:
            first = driver, told
    return browser, version, *first


def _problems(browser: Path, version: str, driver: Path | None, driver_version: str, command: str) -> tuple[str, ...]:
    if not version:
        return (f"{browser} does not tell its version when called with --version. To install a browser: {command}",)
    if driver is None:
        return (
            f"No driver for {browser} {version} was found; Selenium fetches one where it can reach the network. "
            f"To install one: {command}",
        )
    if not driver_version:
        return (f"{driver} does not tell its version when called with --version. To install a driver: {command}",)
    if not _match(version, driver_version):
        return (
            f"{browser} is version {version} and {driver} is version {driver_version}: their first numbers must be the "
            f"same. To install a pair: {command}, or name a pair in GOVLINT_BROWSER and GOVLINT_DRIVER",
        )
    return ()


def _no_browser(environment: Mapping[str, str], system: str) -> str:
    return (
        "No Chromium, Chrome or Edge was found on PATH or in the usual places. "
        f"To install one: {mend(environment, system)}. One that lies elsewhere can be named in GOVLINT_BROWSER"
    )


def _named(variable: str, environment: Mapping[str, str]) -> tuple[list[Path], str]:
    """What the variable names, or the problem with it."""
    named = environment.get(variable)
    if not named:
        return [], ""
    found = shutil.which(named, path=environment.get("PATH"))
    if found:
        return [Path(found)], ""
    return [], f"{variable} names {named}, which is no program. Correct it, or remove it: unset {variable}"


def _on_path(names: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[Path]:
    found = (shutil.which(name, path=environment.get("PATH")) for name in names)
    yield from (Path(path) for path in found if path)


def _files(paths: Iterator[str] | tuple[str, ...]) -> Iterator[Path]:
    yield from (Path(path) for path in paths if Path(path).is_file())


def _is_edge(browser: Path) -> bool:
    return "edge" in browser.name.lower()


def _match(one: str, other: str) -> bool:
    return bool(one and other) and one.split(".")[0] == other.split(".")[0]


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text))
