"""The other tools of the benchmark: fetched at pinned versions into a folder that git ignores, and what they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "bench" / "peers"
INSTALL_SECONDS = 900
NPM = {"pa11y-ci": "4.1.1", "@axe-core/cli": "4.13.0"}
PYPI = {"axe-playwright-python": "0.1.8", "playwright": "1.65.2"}
# Debian's Chromium is used by all; nothing else is to be fetched, and no script of a package runs.
WITHOUT_DOWNLOADS = {
    "PUPPETEER_SKIP_DOWNLOAD": "1", "CHROMEDRIVER_SKIP_DOWNLOAD": "1", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
    "SE_OFFLINE": "true", "SE_AVOID_STATS": "true",
}  # fmt: skip


def axe_version() -> str:
    """The version of axe-core that govlint pins, which every peer is made to use."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["hooks"]["custom"]["packages"]
    return next(package["version"] for package in packages if package["name"] == "axe-core")


def manifest() -> dict[str, object]:
    """The package.json of the peers from npm."""
    return {"name": "peers", "private": True, "dependencies": NPM, "overrides": {"axe-core": axe_version()}}


def install_npm(folder: Path = FOLDER) -> str:
    """Bring the peers from npm; tells why there are none, or nothing."""
    npm = shutil.which("npm")
    if npm is None:
        return "there is no npm on this machine"
    text = json.dumps(manifest(), indent=1) + "\n"
    done, package = folder / ".installed", folder / "package.json"
    if done.is_file() and done.read_text("utf-8") == text:
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    package.write_text(text, "utf-8")
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    problem = _run(command, folder)
    if not problem:
        done.write_text(text, "utf-8")
    return problem


def install_python(folder: Path = FOLDER) -> str:
    """Bring the peer from PyPI into an environment of its own; tells why there is none, or nothing."""
    text = json.dumps(PYPI)
    done = folder / "python" / ".installed"
    if done.is_file() and done.read_text("utf-8") == text:
        return ""
    venv.create(folder / "python", with_pip=True, clear=True)
    pins = [f"{name}=={number}" for name, number in PYPI.items()]
    problem = _run([str(python_of(folder)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *pins], folder)
    if not problem:
        done.write_text(text, "utf-8")
    return problem


def python_of(folder: Path = FOLDER) -> Path:
    """The interpreter of the environment that has axe-playwright-python."""
    return folder / "python" / "bin" / "python"


def versions(folder: Path = FOLDER) -> dict[str, str]:
    """What is compared, by name, as far as it is there."""
    told = {"govlint": version("govlint"), "Python": sys.version.split()[0], "axe-core": axe_version()}
    for name in ("selenium", "axe-selenium-python"):
        told[name] = version(name)
    for name in (*NPM, "pa11y", "puppeteer"):
        file = folder / "node_modules" / name / "package.json"
        if file.is_file():
            told[name] = json.loads(file.read_text("utf-8"))["version"]
    if (folder / "python" / ".installed").is_file():
        told |= PYPI
    for program in ("chromium", "chromedriver", "chromium-headless-shell", "node"):
        if found := shutil.which(program):
            told[program] = _told(found)
    return told


def environment(base: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The variables for a peer: Debian's Chromium, nothing fetched, and Python's compiled modules kept as they are for whoever installed them."""
    kept = {name: value for name, value in base.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **WITHOUT_DOWNLOADS, "PUPPETEER_EXECUTABLE_PATH": shutil.which("chromium") or ""}


def _told(program: str) -> str:
    run = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60)
    return next((word.removeprefix("v") for word in run.stdout.split() if word.removeprefix("v")[:1].isdigit()), "unknown")


def _run(command: list[str], folder: Path) -> str:
    try:
        run = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, encoding="utf-8", timeout=INSTALL_SECONDS)
    except subprocess.TimeoutExpired:
        return f"`{Path(command[0]).name} install` gave no answer in {INSTALL_SECONDS} seconds"
    if run.returncode:
        return f"`{Path(command[0]).name} install` failed: {(run.stderr.strip() or run.stdout.strip())[-300:]}"
    return ""
