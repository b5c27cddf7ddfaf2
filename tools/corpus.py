"""A folder of pages with known answers: scanned once, its outcomes by the path of each page."""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from govlint.capture.folder import FolderServer
from govlint.capture.target import BadTarget
from govlint.model.finding import Scan
from govlint.scan.asked import Asked
from govlint.scan.run import run


@dataclass(frozen=True, slots=True)
class Seen:
    """What a scan said of one page: one word for each rule, and the rules that the engine could not run."""

    outcomes: dict[str, str]
    status: int | None


def read_manifest(corpus: Path) -> dict:
    """The manifest of a corpus; exits with a clear message if there is none."""
    path = corpus / "manifest.json"
    if not path.is_file():
        sys.exit(f"{corpus} is no corpus: it has no manifest.json.")
    return json.loads(path.read_text("utf-8"))


def scan(corpus: Path, paths: list[str], rules: tuple[str, ...] = (), workers: int = 0) -> tuple[Scan, dict[str, Seen]]:
    """Scan these pages of a corpus, each for itself; what was seen by path."""
    with FolderServer(corpus) as server:
        starts = [f"{server.origin}/{path}" for path in paths]
        listed = corpus_list(starts)
        try:
            asked = Asked(targets=(str(listed),), crawl=False, rules=rules, workers=workers, max_pages=len(starts) + 1)
            result = run(asked, _progress)
        except BadTarget as error:
            sys.exit(str(error))
        finally:
            listed.unlink()
    seen: dict[str, Seen] = {}
    for visit in result.visits:
        if visit.url.startswith(server.origin):
            seen.setdefault(unquote(urlsplit(visit.url).path).lstrip("/"), Seen(visit.outcomes, visit.status))
    return result, seen


def corpus_list(starts: list[str]) -> Path:
    """A text file of addresses, for the scan's target."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write("\n".join(starts) + "\n")
    return Path(file.name)


def _progress(done: int, known: int, url: str) -> None:
    if done % 50 == 0 or done == known:
        print(f"\r{done} of {known}", end="", file=sys.stderr, flush=True)
