"""What make does on a fresh machine: the virtual environment and the browser."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.install_browser import by_apt, install

ROOT = Path(__file__).resolve().parent.parent


class Machine:
    """A PATH with a shell and nothing else but what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "bin"
        self.path.mkdir()
        for name in ("sh", "env", "id", "head", "chmod"):
            (self.path / name).symlink_to(shutil.which(name))

    def has(self, name: str, script: str) -> None:
        (self.path / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.path / name).chmod(0o755)

    def has_browser(self) -> None:
        self.has("chromium", "echo Chromium 156.0.1.1")
        self.has("chromedriver", "echo ChromeDriver 156.0.1.1")

    def environment(self, target: Path, python: str) -> subprocess.CompletedProcess[str]:
        variables = {"PATH": str(self.path), "PYTHON": python, "HOME": str(target.parent)}
        command = ["sh", ROOT / "tools" / "environment.sh", target]
        return subprocess.run(command, env=variables, capture_output=True, text=True)


@pytest.fixture
def machine(tmp_path, monkeypatch) -> Machine:
    machine = Machine(tmp_path)
    for name in ("GOVLINT_BROWSER", "GOVLINT_DRIVER", "SE_CACHE_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(machine.path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return machine


@pytest.mark.slow
def test_an_environment_is_made_once(machine, tmp_path):
    assert machine.environment(tmp_path / "environment", sys.executable).returncode == 0
    made = (tmp_path / "environment" / "pyvenv.cfg").stat().st_mtime_ns
    assert machine.environment(tmp_path / "environment", "nothing").returncode == 0
    assert (tmp_path / "environment" / "pyvenv.cfg").stat().st_mtime_ns == made


def test_a_python_that_is_too_old_is_told_with_its_version(machine, tmp_path):
    machine.has("oldpython", '[ "$1" = --version ] && echo Python 3.9.2; exit 1')
    ended = machine.environment(tmp_path / "environment", "oldpython")
    assert ended.returncode == 1
    assert "needs Python 3.11 or later, and oldpython is Python 3.9.2" in ended.stderr
    assert "make PYTHON=" in ended.stderr


def test_a_python_that_is_missing_is_told_as_such(machine, tmp_path):
    assert "nopython is not there" in machine.environment(tmp_path / "environment", "nopython").stderr


def test_a_python_without_ensurepip_is_told_the_package_that_has_it(machine, tmp_path):
    machine.has("barepython", f'case "$*" in *ensurepip*) exit 1;; esac; exec {sys.executable} "$@"')
    ended = machine.environment(tmp_path / "environment", "barepython")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert ended.returncode == 1 and f"apt-get install python{version}-venv" in ended.stderr
    assert not (tmp_path / "environment").exists()


def test_a_browser_that_is_there_is_left_alone(machine):
    machine.has_browser()
    asked = []
    installed, reasons = install({"any": lambda: asked.append("any") or ""})
    assert (installed.browser.name, asked, reasons) == ("chromium", [], [])


def test_the_ways_are_tried_in_turn_until_a_browser_is_there(machine):
    ways = {
        "first": lambda: "it is closed",
        "second": lambda: machine.has_browser() or "",
        "third": lambda: pytest.fail("the browser was there already"),
    }
    installed, reasons = install(ways)
    assert installed.problems == () and reasons == ["first: it is closed"]


def test_a_way_that_says_it_worked_and_brought_nothing_is_told(machine):
    installed, (reason,) = install({"some": lambda: ""})
    assert installed.browser is None and reason.startswith("some: No Chromium, Chrome or Edge was found")


def test_apt_updates_first_and_installs_browser_and_driver_and_the_headless_shell(machine, tmp_path):
    machine.has("sudo", 'shift; exec "$@"')
    browser = "#!/bin/sh\\necho Chromium 156.0.1.1\\n"
    machine.has(
        "apt-get",
        f'for last; do :; done; echo "$1 $last" >> {tmp_path}/asked; [ "$1" = install ] || exit 0\n'
        f'for name in chromium chromedriver; do printf "{browser}" > {machine.path}/$name; '
        f"chmod +x {machine.path}/$name; done",
    )
    installed, reasons = install({"apt": by_apt})
    assert (installed.problems, reasons) == ((), [])
    assert (tmp_path / "asked").read_text().splitlines() == [
        "update -q", "install chromium-driver", "install chromium-headless-shell",
    ]  # fmt: skip


def test_what_apt_said_is_told_when_it_fails(machine):
    machine.has("sudo", 'shift; exec "$@"')
    machine.has("apt-get", "echo 'E: Unable to locate package chromium' >&2; exit 100")
    assert by_apt() == "E: Unable to locate package chromium"


def test_a_machine_without_apt_says_so(machine):
    assert by_apt() == "this machine has no apt-get"
