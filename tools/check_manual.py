"""Check the built site of the manual with govlint itself: `python tools/check_manual.py [--all]`.

Looks at each page of the menu and at every fortieth page below them, or at all; exits with 1 where something of severity
serious or above fails, and with 3 where a page could not be looked at.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from govlint.capture.folder import FolderServer
from govlint.model.finding import COUNTS, Scan
from govlint.scan.asked import Asked
from govlint.scan.run import run

SITE = Path(__file__).resolve().parent.parent / "site"
MENU_DEPTH = 2  # folders: /rules/ and /rules/by-standard/ are in the menu, what is deeper is reached from there
STRIDE = 40


def chosen(pages: list[Path], whole: bool) -> list[Path]:
    """The pages to look at: all, or those of the menu and some of the many below."""
    if whole:
        return pages
    depth = {page: len(page.relative_to(SITE).parts) - 1 for page in pages}
    menu = [page for page in pages if depth[page] <= MENU_DEPTH]
    return menu + [page for page in pages if depth[page] > MENU_DEPTH][::STRIDE]


def look(whole: bool) -> tuple[Scan, int]:
    """One scan of these pages, and their number."""
    with FolderServer(SITE) as server, tempfile.TemporaryDirectory() as room:
        addresses = [server.address_of(page) for page in chosen(server.pages(), whole)]
        listed = Path(room) / "pages.txt"
        listed.write_text("\n".join(addresses) + "\n", "utf-8")
        asked = Asked(
            targets=(str(listed),), crawl=False, profile="any-government", max_pages=len(addresses) + 1, memory=False,
            store=Path(room) / "evidence.sqlite",
        )  # fmt: skip
        return run(asked), len(addresses)


def main(arguments: list[str]) -> int:
    """The exit code of the scan, after a line for each finding that counts."""
    if not (SITE / "index.html").is_file():
        sys.exit(f"{SITE.name} holds no built manual. Run `make docs` first.")
    scan, pages = look("--all" in arguments)
    for finding in scan.findings:
        if finding.settled == COUNTS:
            print(f"{finding.url} {finding.rule}: {finding.text} ({finding.place.selector or 'page'})")
    print(f"{pages} pages of the manual: {scan.verdict}")
    return scan.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
