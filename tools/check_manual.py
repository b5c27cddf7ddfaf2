"""Check the built site of the manual with govlint itself: `python tools/check_manual.py [--all | --kinds]`.

Looks at each page of the menu and at every fortieth page below them, or at all, or at one page of each kind (the front page, a
folder's, a rule's and so on: half a minute); exits with 1 where something of severity serious or above fails, and with 3 where
a page could not be looked at.
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


def of_each_kind(pages: list[Path]) -> list[Path]:
    """The first page of each folder of the menu: pages of one folder are made alike."""
    first: dict[tuple[str, ...], Path] = {}
    for page in pages:
        first.setdefault(page.relative_to(SITE).parts[:-2], page)
    return list(first.values())


def chosen(pages: list[Path], extent: str) -> list[Path]:
    """The pages to look at: all, one of each kind, or those of the menu and some of the many below."""
    if extent == "--all":
        return pages
    if extent == "--kinds":
        return of_each_kind(pages)
    depth = {page: len(page.relative_to(SITE).parts) - 1 for page in pages}
    menu = [page for page in pages if depth[page] <= MENU_DEPTH]
    return menu + [page for page in pages if depth[page] > MENU_DEPTH][::STRIDE]


def look(extent: str) -> tuple[Scan, int]:
    """One scan of these pages, and their number."""
    with FolderServer(SITE) as server, tempfile.TemporaryDirectory() as room:
        addresses = [server.address_of(page) for page in chosen(server.pages(), extent)]
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
    extent = arguments[0] if arguments else ""
    if extent not in ("", "--all", "--kinds"):
        sys.exit(f"{extent} is none of --all and --kinds.")
    scan, pages = look(extent)
    for finding in scan.findings:
        if finding.settled == COUNTS:
            print(f"{finding.url} {finding.rule}: {finding.text} ({finding.place.selector or 'page'})")
    print(f"{pages} pages of the manual: {scan.verdict}")
    return scan.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
