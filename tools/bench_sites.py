"""Where one run works, and the corpora that are served for as long as the benchmark runs."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from govlint.capture.folder import FolderServer
from tools import bench_corpus


@dataclass(frozen=True, slots=True)
class Place:
    """The file of addresses, the addresses, and a folder for what a run writes."""

    list: Path
    urls: tuple[str, ...]
    folder: Path

    @property
    def out(self) -> Path:
        """The file that takes the tool's findings."""
        return self.folder / "out.json"


class Sites:
    """The corpus of each size, made and served when it is first asked for; must be closed.

    It stays at one port, because a store goes by addresses: at another one a scan would be no repetition.
    """

    def __init__(self, work: Path) -> None:
        self.work = work
        self._stack = ExitStack()
        self._urls: dict[int, tuple[str, ...]] = {}

    def place(self, pages: int, name: str) -> Place:
        """The place of a run over so many pages, in a folder of that name, which may hold what an earlier run left."""
        if pages not in self._urls:
            site = self.work / f"site-{pages}"
            files = bench_corpus.write(site, pages)
            server = self._stack.enter_context(FolderServer(site))
            self._urls[pages] = tuple(server.address_of(file) for file in files)
        folder = self.work / f"{pages}-{name}"
        folder.mkdir(parents=True, exist_ok=True)
        place = Place(folder / "urls.txt", self._urls[pages], folder)
        place.list.write_text("\n".join(place.urls) + "\n", "utf-8")
        return place

    def __enter__(self) -> Sites:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
