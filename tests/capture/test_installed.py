"""Finding a browser and driver, with programs that tell their versions as the real ones do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from govlint.capture.installed import Installed, find_browser, mend, version_of


@pytest.fixture
def machine(tmp_path: Path):
    """A machine of its own: a PATH and a home folder with nothing in them but what a test puts there."""

    class Machine:
        path = tmp_path / "bin"
        home = tmp_path / "home"
        environment = {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path / "home")}

        def has(self, name: str, says: str, folder: Path | None = None) -> Path:
            program = (folder or self.path) / name
            program.parent.mkdir(parents=True, exist_ok=True)
            program.write_text(f"#!/bin/sh\necho '{says}'\n")
            program.chmod(0o755)
            return program

        def found(self, **variables: str) -> Installed:
            # No system of this name has usual places, so that only this machine's programs are found.
            return find_browser(self.environment | variables, "testing")

    return Machine()


def test_the_browser_of_this_machine_is_found_with_a_driver_of_its_version():
    installed = find_browser()
    assert installed.problems == ()
    assert installed.browser_version.split(".")[0] == installed.driver_version.split(".")[0]


def test_a_browser_and_its_driver_are_found_on_the_path(machine):
    browser = machine.has("chromium", "Chromium 156.0.8078.79 built on Debian")
    driver = machine.has("chromedriver", "ChromeDriver 156.0.8078.79 (a21ce95c24ce)")
    assert machine.found() == Installed(browser, "156.0.8078.79", driver, "156.0.8078.79")


def test_a_machine_without_a_browser_is_told_the_command_that_installs_one(machine):
    machine.has("apt-get", "")
    installed = machine.found()
    assert installed.browser is None
    assert "apt-get install -y chromium chromium-driver" in installed.problems[0]
    assert "GOVLINT_BROWSER" in installed.problems[0]


def test_a_browser_without_a_driver_is_a_problem_that_names_the_browser(machine):
    browser = machine.has("google-chrome", "Google Chrome 150.0.1.2")
    installed = machine.found()
    assert (installed.browser, installed.driver) == (browser, None)
    assert f"No driver for {browser} 150.0.1.2" in installed.problems[0]


def test_a_driver_of_another_major_version_is_a_problem_that_names_both(machine):
    machine.has("chromium", "Chromium 156.0.8078.79")
    machine.has("chromedriver", "ChromeDriver 155.0.1.1")
    (problem,) = machine.found().problems
    assert "156.0.8078.79" in problem and "155.0.1.1" in problem


def test_a_driver_of_another_minor_version_is_no_problem(machine):
    machine.has("chromium", "Chromium 156.0.8078.79")
    machine.has("chromedriver", "ChromeDriver 156.0.1.1")
    assert machine.found().problems == ()


def test_the_browser_that_matches_the_driver_goes_before_the_one_that_comes_first(machine):
    machine.has("chromium", "Chromium 156.0.8078.79")
    chrome = machine.has("google-chrome", "Google Chrome 150.0.1.2")
    machine.has("chromedriver", "ChromeDriver 150.0.9.9")
    installed = machine.found()
    assert (installed.browser, installed.problems) == (chrome, ())


def test_the_driver_beside_the_browser_is_used_where_the_one_on_the_path_does_not_match(machine, tmp_path):
    browser = machine.has("chrome", "Google Chrome 150.0.1.2", tmp_path / "chrome")
    beside = machine.has("chromedriver", "ChromeDriver 150.0.1.2", tmp_path / "chrome")
    machine.has("chromedriver", "ChromeDriver 156.0.1.1")
    assert machine.found(GOVLINT_BROWSER=str(browser)).driver == beside


def test_edge_is_paired_with_its_own_driver(machine):
    machine.has("microsoft-edge", "Microsoft Edge 150.0.3.4")
    machine.has("chromedriver", "ChromeDriver 150.0.9.9")
    driver = machine.has("msedgedriver", "Microsoft Edge WebDriver 150.0.3.4")
    installed = machine.found()
    assert (installed.is_edge, installed.driver) == (True, driver)


def test_variables_go_before_all_that_is_found(machine, tmp_path):
    machine.has("chromium", "Chromium 156.0.8078.79")
    machine.has("chromedriver", "ChromeDriver 156.0.8078.79")
    browser = machine.has("own", "Chromium 140.0.0.1", tmp_path / "elsewhere")
    driver = machine.has("owndriver", "ChromeDriver 140.0.0.1", tmp_path / "elsewhere")
    installed = machine.found(GOVLINT_BROWSER=str(browser), GOVLINT_DRIVER=str(driver))
    assert installed == Installed(browser, "140.0.0.1", driver, "140.0.0.1")


def test_a_variable_that_names_a_driver_of_another_version_is_a_problem_and_not_corrected(machine, tmp_path):
    machine.has("chromium", "Chromium 156.0.8078.79")
    machine.has("chromedriver", "ChromeDriver 156.0.8078.79")
    driver = machine.has("owndriver", "ChromeDriver 140.0.0.1", tmp_path / "elsewhere")
    installed = machine.found(GOVLINT_DRIVER=str(driver))
    assert installed.driver == driver and "140.0.0.1" in installed.problems[0]


@pytest.mark.parametrize("variable", ["GOVLINT_BROWSER", "GOVLINT_DRIVER"])
def test_a_variable_that_names_no_program_is_a_problem_with_its_remedy(machine, variable):
    machine.has("chromium", "Chromium 156.0.8078.79")
    machine.has("chromedriver", "ChromeDriver 156.0.8078.79")
    (problem,) = machine.found(**{variable: "/no/such/program"}).problems
    assert f"{variable} names /no/such/program" in problem and f"unset {variable}" in problem


def test_the_headless_shell_goes_before_the_browser_with_a_window(machine):
    machine.has("chromium", "Chromium 156.0.8078.79")
    machine.has("chromedriver", "ChromeDriver 156.0.8078.79")
    shell = machine.has("chromium-headless-shell", "Chromium 156.0.8078.79")
    installed = machine.found()
    assert (installed.browser, installed.headless_shell, installed.is_shell) == (shell, shell, True)


def test_a_headless_shell_of_another_version_than_the_driver_is_left_aside(machine):
    browser = machine.has("chromium", "Chromium 156.0.8078.79")
    machine.has("chromedriver", "ChromeDriver 156.0.8078.79")
    machine.has("chromium-headless-shell", "Chromium 150.0.1.2")
    assert (machine.found().browser, machine.found().is_shell) == (browser, False)


def test_the_headless_shell_alone_is_a_browser(machine):
    shell = machine.has("chromium-headless-shell", "Chromium 156.0.8078.79")
    machine.has("chromedriver", "ChromeDriver 156.0.8078.79")
    assert machine.found().browser == shell


def test_what_selenium_fetched_before_is_found_the_newest_first(machine):
    cache = machine.home / ".cache" / "selenium"
    for version in ("99.0.1.1", "156.0.1.1"):
        machine.has("chrome", f"Google Chrome for Testing {version}", cache / "chrome" / "linux64" / version)
        machine.has("chromedriver", f"ChromeDriver {version}", cache / "chromedriver" / "linux64" / version)
    installed = machine.found()
    assert (installed.browser_version, installed.driver_version) == ("156.0.1.1", "156.0.1.1")


def test_a_browser_that_tells_no_version_is_a_problem(machine):
    browser = machine.has("chromium", "the shared library libnss3.so is missing")
    (problem,) = machine.found().problems
    assert f"{browser} does not tell its version" in problem


def test_the_version_of_chrome_on_windows_is_read_from_its_folder(tmp_path):
    for name in ("99.0.4844.51", "150.0.7871.100", "Dictionaries"):
        (tmp_path / name).mkdir()
    assert version_of(tmp_path / "chrome.exe", "win32") == "150.0.7871.100"


@pytest.mark.parametrize(("system", "word"), [("darwin", "brew"), ("win32", "winget"), (sys.platform, "chrom")])
def test_every_system_has_its_own_command(system, word):
    assert word in mend(system=system).lower()
