"""Two ways to run axe-core over pages in a few lines of Python, as people write them: `tools/bench_loops.py WAY URLS AXE OUT`.

URLS is a file of addresses, AXE the script of axe-core, OUT gets {address: [[rule, target]…]}, or the reason for which a page was lost.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}}
WIDTH, HEIGHT = 1280, 1024


def naive(urls: Iterable[str], axe: str, keep: Callable[[str, Any], None]) -> None:
    """Selenium and axe-selenium-python: get, inject, run, everything handed over."""
    from axe_selenium_python import Axe
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in ("--headless=new", "--no-sandbox", f"--window-size={WIDTH},{HEIGHT}", "--force-device-scale-factor=1"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        # The window has a frame, so its size is not the page's.
        bars = driver.execute_script("return [outerWidth - innerWidth, outerHeight - innerHeight]")
        driver.set_window_size(WIDTH + bars[0], HEIGHT + bars[1])
        for url in urls:
            try:
                driver.get(url)
                engine = Axe(driver, axe)
                engine.inject()
                keep(url, engine.run(options=OPTIONS))
            except Exception as error:
                keep(url, error)
    finally:
        driver.quit()


def playwright(urls: Iterable[str], axe: str, keep: Callable[[str, Any], None]) -> None:
    """Playwright and axe-playwright-python: goto, run."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    engine = Axe.from_file(axe)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for url in urls:
            try:
                page.goto(url)
                keep(url, engine.run(page, options=OPTIONS).response)
            except Exception as error:
                keep(url, error)
        browser.close()


def pairs(answer: Any) -> list[list[str]]:
    """Rule and target of each violation in an answer of axe-core."""
    return [[rule["id"], flat(node["target"])] for rule in answer["violations"] for node in rule["nodes"]]


def flat(target: Any) -> str:
    """A target as one text: the selectors of frames and shadow roots, one after the other."""
    return target if isinstance(target, str) else " ".join(map(flat, target))


def main(arguments: list[str]) -> int:
    """Run one of the ways."""
    way, urls, axe, out = arguments
    found: dict[str, list[list[str]] | str] = {}

    def keep(url: str, answer: Any) -> None:
        found[url] = f"{type(answer).__name__}: {answer}" if isinstance(answer, Exception) else pairs(answer)

    {"naive": naive, "playwright": playwright}[way](Path(urls).read_text("utf-8").split(), os.path.abspath(axe), keep)
    Path(out).write_text(json.dumps(found), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
