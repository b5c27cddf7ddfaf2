"""What is measured side by side: a row for each tool and way of running it, and its command."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools import bench_peers
from tools.bench_findings import Found, of_axe_cli, of_govlint, of_loop, of_pa11y
from tools.bench_loops import HEIGHT, TAGS, WIDTH
from tools.bench_sites import Place

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / "src/govlint/vendor/axe-core/axe.min.js"
PA11Y_STANDARD = "WCAG2AA"
PA11Y_RULES = ("target-size",)  # the standard's tags leave wcag22aa out, and this is the one rule that has it


@dataclass(frozen=True, slots=True)
class Row:
    """One way to check all pages. `after` names the row whose store it goes on with, so that it is a repeated scan.

    `workers` is how many pages are looked at side by side; `needs` is `npm`, `python` (an environment of the peer) or `lane`.
    """

    key: str
    title: str
    command: Callable[[Place], list[str]]
    found: Callable[[Place], Found]
    workers: int = 1
    needs: str = ""
    after: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is govlint."""
        return self.key.startswith("govlint")


def rows() -> tuple[Row, ...]:
    """All rows, a repeated scan behind its first."""
    axe, all_packs, fast = ("--rules", "axe/*"), (), ("--rules", "axe/*", "--lane", "fast")
    return (
        Row("naive", "naive loop (axe-selenium-python)", _loop("naive", Path(sys.executable)), of_loop),
        _govlint("govlint-axe", "govlint, axe pack", axe),
        _govlint("govlint-axe-again", "govlint, axe pack, repeated", axe, after="govlint-axe"),
        _govlint("govlint-axe-2", "govlint, axe pack", axe, workers=2),
        _govlint("govlint-fast", "govlint, axe pack, fast lane", fast, needs="lane"),
        _govlint("govlint-fast-2", "govlint, axe pack, fast lane", fast, workers=2, needs="lane"),
        _govlint("govlint-all", "govlint, all packs", all_packs),
        _govlint("govlint-all-again", "govlint, all packs, repeated", all_packs, after="govlint-all"),
        _govlint("govlint-all-2", "govlint, all packs", all_packs, workers=2),
        Row("axe-cli", "@axe-core/cli", _axe_cli, of_axe_cli, needs="npm"),
        Row("axe-playwright", "axe-playwright-python", _loop("playwright", bench_peers.python_of()), of_loop, needs="python"),
        Row("pa11y-ci", "pa11y-ci, axe runner", _pa11y(1), of_pa11y, needs="npm"),
        Row("pa11y-ci-2", "pa11y-ci, axe runner", _pa11y(2), of_pa11y, workers=2, needs="npm"),
    )


def has_lanes() -> bool:
    """Whether this govlint has `--lane`."""
    run = subprocess.run([_own_program(), "check", "--help"], capture_output=True, text=True, timeout=120)
    return "--lane" in run.stdout


def _govlint(key: str, title: str, options: tuple[str, ...], workers: int = 1, **given: str) -> Row:
    def command(place: Place) -> list[str]:
        return [
            _own_program(), "check", str(place.list), "--no-crawl", "--max-pages", str(len(place.urls)), "--workers", str(workers),
            "--quiet", "--store", str(place.folder / "store.sqlite"), "--format", f"json={place.out}", *options,
        ]  # fmt: skip

    return Row(key, title, command, of_govlint, workers, **given)


def _own_program() -> str:
    return str(Path(sys.executable).with_name("govlint"))


def _loop(way: str, python: Path) -> Callable[[Place], list[str]]:
    return lambda place: [str(python), str(ROOT / "tools/bench_loops.py"), way, str(place.list), str(AXE), str(place.out)]


def _axe_cli(place: Place) -> list[str]:
    # Its list of flags is split at commas, so --window-size cannot be told; 56 pixels of height stay with the window.
    flags = f"no-sandbox,screen-info={{{WIDTH}x{HEIGHT}}},kiosk"
    return [
        str(bench_peers.FOLDER / "node_modules/.bin/axe"), *place.urls, "--tags", ",".join(TAGS), "--axe-source", str(AXE),
        "--chrome-path", shutil.which("chromium") or "chromium", "--chromedriver-path", shutil.which("chromedriver") or "chromedriver",
        "--chrome-options", flags, "--dir", str(place.folder), "--save", place.out.name,
    ]  # fmt: skip


def _pa11y(at_once: int) -> Callable[[Place], list[str]]:
    def command(place: Place) -> list[str]:
        defaults = {
            "runners": ["axe"], "standard": PA11Y_STANDARD, "rules": PA11Y_RULES, "includeWarnings": True, "includeNotices": True,
            "timeout": 60_000, "concurrency": at_once, "viewport": {"width": WIDTH, "height": HEIGHT},
            "chromeLaunchConfig": {"executablePath": shutil.which("chromium"), "args": ["--no-sandbox"]},
            "reporters": [["json", {"fileName": str(place.out)}]],
        }  # fmt: skip
        config = place.folder / "pa11y.json"
        config.write_text(json.dumps({"defaults": defaults, "urls": place.urls}), "utf-8")
        return [str(bench_peers.FOLDER / "node_modules/.bin/pa11y-ci"), "--config", str(config)]

    return command
