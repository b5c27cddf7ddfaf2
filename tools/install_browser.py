"""Sees to it that this machine has a browser and a matching driver: what is there, else apt, else Selenium Manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from govlint.capture.installed import Installed, find_browser

APT_PACKAGES = ("chromium", "chromium-driver")
APT_SHELL = "chromium-headless-shell"  # Debian has it, others do not: it draws with a third less and is not needed
APT_SECONDS = 900
MANAGER_SECONDS = 600


def by_apt() -> str:
    """Installs Debian's packages as root or with a sudo that asks nothing; the reason where it cannot."""
    command = _apt()
    if isinstance(command, str):
        return command
    print(f"Installing {' and '.join(APT_PACKAGES)} with apt-get: this takes a minute or two", flush=True)
    install = [*command, "install", "-y", "-q", "--no-install-recommends"]
    reason = _run([*command, "update", "-q"], APT_SECONDS) or _run([*install, *APT_PACKAGES], APT_SECONDS)
    if not reason:
        _run([*install, APT_SHELL], APT_SECONDS)
    return reason


def add_shell() -> None:
    """Installs the headless shell beside a browser that is there already, where apt has it without more ado."""
    command = _apt()
    if not isinstance(command, str):
        _run([*command, "install", "-y", "-q", "--no-install-recommends", APT_SHELL], APT_SECONDS)


def _apt() -> list[str] | str:
    """The beginning of a command that installs, or the reason why there is none."""
    apt = shutil.which("apt-get")
    if apt is None:
        return "this machine has no apt-get"
    become = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if become and (shutil.which("sudo") is None or _run([*become, "true"], APT_SECONDS)):
        return "apt-get needs root, and sudo is missing or asks for a password"
    return [*become, "env", "DEBIAN_FRONTEND=noninteractive", apt]


def by_selenium_manager() -> str:
    """Fetches Chrome for Testing and its driver into Selenium's cache; the reason where it cannot."""
    print("Fetching Chrome for Testing with Selenium Manager", flush=True)
    fetch = (
        "from selenium.webdriver.common.selenium_manager import SeleniumManager as Manager; "
        "print(Manager().binary_paths(['--browser', 'chrome', '--force-browser-download']))"
    )
    return _run([sys.executable, "-W", "ignore", "-c", fetch], MANAGER_SECONDS)


def install(ways: dict[str, Callable[[], str]]) -> tuple[Installed, list[str]]:
    """Tries each way in turn until a browser with a matching driver is found; with the reasons why ways failed."""
    reasons = []
    installed = find_browser()
    for name, way in ways.items():
        if not installed.problems:
            break
        reason = way()
        installed = find_browser()
        if installed.problems:
            reasons.append(f"{name}: {reason or installed.problems[0]}")
    return installed, reasons


def _run(command: list[str], seconds: int) -> str:
    """Runs the command; the last line that it said where it failed."""
    try:
        run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=seconds)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = (run.stderr.strip() or run.stdout.strip()).splitlines()
    return (said[-1] if said else f"{command[0]} ended with {run.returncode}") if run.returncode else ""


def main() -> int:
    installed, reasons = install({"apt": by_apt, "Selenium Manager": by_selenium_manager})
    if installed.problems:
        print("error: " + "\n".join((*installed.problems, *reasons)), file=sys.stderr)
        return 1
    if installed.headless_shell is None and str(installed.browser).startswith("/usr/"):
        add_shell()
        installed = find_browser()
    print(f"Browser: {installed.browser} {installed.browser_version}, driver: {installed.driver}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
