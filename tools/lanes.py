"""Looks at every page of the folders named on both lanes of axe-core, and names the pages where they differ.

    python -m tools.lanes FOLDER [FOLDER …]

Compared is all that axe-core says: rule, target, markup, impact and words, of what fails and of what it cannot tell.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from govlint.capture.axe import axe
from govlint.capture.browser import Browser, BrowserFailed
from govlint.capture.folder import FolderServer
from govlint.capture.warm import Lane
from govlint.evidence.snapshot import Vantage

VANTAGE = Vantage()


def answer(browser: Browser, url: str) -> Any:
    """axe-core's answer about a page; a text where there is none."""
    try:
        browser.open(url, VANTAGE, first=False)
        return browser.run(axe, VANTAGE)
    except BrowserFailed as failed:
        return failed.kind


def differences(one: Any, other: Any) -> list[str]:
    """The rules about which two answers differ, with what they say in numbers."""
    if isinstance(one, str) or isinstance(other, str):
        return [] if one == other else [f"{one if isinstance(one, str) else 'judged'} / {other if isinstance(other, str) else 'judged'}"]
    by_rule = [{result["id"]: result for result in answer["results"]} for answer in (one, other)]
    names = sorted(by_rule[0].keys() | by_rule[1].keys())
    return [f"{name}: {_told(by_rule[0], name)} / {_told(by_rule[1], name)}" for name in names if by_rule[0].get(name) != by_rule[1].get(name)]


def _told(results: dict[str, Any], name: str) -> str:
    found = results.get(name)
    return f"{found['outcome']} at {len(found['nodes'])} places" if found else "nothing"


def compare(folder: Path, plain: Browser, fast: Browser) -> tuple[int, int, list[str]]:
    """Pages looked at, pages on which the fast lane was really open, and a line for each page that differs."""
    lines, warm = [], 0
    with FolderServer(folder) as server:
        pages = server.pages()
        for number, page in enumerate(pages, 1):
            url = server.address_of(page)
            one = answer(plain, url)
            other = answer(fast, url)
            warm += fast.lane is not None and fast.lane.warm is not None
            found = differences(one, other)
            if found:
                again = differences(answer(plain, url), one)
                note = " (the plain lane itself differs from one time to the next)" if again else ""
                lines.append(f"{page}: {'; '.join(found)}{note}")
            print(f"\r{number} of {len(pages)}", end="", file=sys.stderr, flush=True)
    return len(pages), warm, lines


def main(folders: list[str]) -> int:
    """0 where both lanes agree on every page, 1 where they do not."""
    code = 0
    with Browser() as plain, Browser(lane=Lane()) as fast:
        for name in folders:
            pages, warm, lines = compare(Path(name), plain, fast)
            print(f"{Path(name).name}: {pages} pages, {warm} on the fast lane, {len(lines)} differ")
            print("".join(f"  {line}\n" for line in lines), end="")
            code = code or int(bool(lines))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
