"""What is remembered between scans: answers of probes and of rules, each under all that it depends on.

One SQLite file, which several processes may use at once. An entry lies at a place (of what is it an answer?) and has a
key (of what exactly?); it is given back only where the key fits, so an old or lost entry costs time and nothing else.
"""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from .snapshot import Snapshot, Vantage

FORMAT = 1
DAYS = 60  # an entry that nobody asked for in so long is forgotten
MOST_BYTES = 512 * 1024 * 1024
DAY = 24 * 3600
WAIT_SECONDS = 5.0
_TABLES = """
CREATE TABLE IF NOT EXISTS memory (
    place TEXT PRIMARY KEY, key TEXT NOT NULL, used INTEGER NOT NULL, size INTEGER NOT NULL, value BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS memory_used ON memory (used);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to remember: plain data, at a place, true as long as the key fits."""

    place: str
    key: str
    value: Any


class Memory:
    """The entries of one file; opened by a worker to read (`write` false), by the parent to write too.

    A `blind` one gives nothing back, so that everything is looked at again.

    A file that is damaged, locked or of another format is a memory that holds nothing: never an error.
    """

    def __init__(self, path: Path, write: bool = False, blind: bool = False) -> None:
        self.path = path
        self._write, self._blind = write, blind
        self._database: sqlite3.Connection | None = None
        try:
            self._database = self._opened()
        except (OSError, sqlite3.Error):
            if write and self._began_anew():
                self._database = self._opened()

    def recall(self, place: str, key: str | None = None) -> Any:
        """The value at a place if its key fits (None: whatever the key is); else None."""
        if self._database is None or self._blind:
            return None
        try:
            row = self._database.execute("SELECT key, value FROM memory WHERE place = ?", (place,)).fetchone()
            return json.loads(zlib.decompress(row[1])) if row and key in (None, row[0]) else None
        except (sqlite3.Error, zlib.error, ValueError):
            return None

    def keep(self, entries: Iterable[Entry], used: Iterable[str] = ()) -> None:
        """Remember entries, each instead of what lay at its place, and that those at `used` were of use; all or nothing."""
        if self._database is None or not self._write:
            return
        today = _today()
        rows = [(entry.place, entry.key, today, value) for entry in entries if (value := _packed(entry.value)) is not None]
        try:
            with self._database:
                for place, key, day, value in rows:
                    self._database.execute("INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?, ?)", (place, key, day, len(value), value))
                for place in used:
                    self._database.execute("UPDATE memory SET used = ? WHERE place = ? AND used < ?", (today, place, today))
        except sqlite3.Error:
            return  # another process holds the file: this much is not remembered

    def prune(self, days: int = DAYS, most_bytes: int = MOST_BYTES) -> None:
        """Forget what was of no use for so many days and, beyond so many bytes, what was of use longest ago."""
        if self._database is None or not self._write:
            return
        try:
            with self._database:
                self._database.execute("DELETE FROM memory WHERE used < ?", (_today() - days,))
                self._database.execute(
                    "DELETE FROM memory WHERE place IN (SELECT place FROM (SELECT place, sum(size) OVER"
                    " (ORDER BY used DESC, place ROWS UNBOUNDED PRECEDING) AS so_far FROM memory) WHERE so_far > ?)",
                    (most_bytes,),
                )
        except sqlite3.Error:
            return

    def count(self) -> int:
        """How many entries there are."""
        return self._database.execute("SELECT count(*) FROM memory").fetchone()[0] if self._database else 0

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _opened(self) -> sqlite3.Connection:
        if not self._write:
            database = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", timeout=WAIT_SECONDS, uri=True)
            database.execute("SELECT 1 FROM memory LIMIT 1")
            return database
        self.path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self.path, timeout=WAIT_SECONDS)
        try:
            if database.execute("PRAGMA user_version").fetchone()[0] not in (0, FORMAT):
                database.execute("DROP TABLE IF EXISTS memory")
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=NORMAL")
            database.execute("PRAGMA cache_size=-512")  # kB
            database.executescript(_TABLES)
            database.execute(f"PRAGMA user_version={FORMAT}")
            database.commit()
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _began_anew(self) -> bool:
        """Whether a file that is no database was thrown away; one that is merely busy is left alone."""
        try:
            with self.path.open("rb") as file:
                damaged = file.read(16) != b"SQLite format 3\x00"
            if damaged:
                forget(self.path)
            return damaged
        except OSError:
            return False


def place_of(url: str, vantage: Vantage, name: str) -> str:
    """Where the answer of a probe, or of another name, about an address lies."""
    return f"{name} {vantage.name} {url}"


def observed(snapshot: Snapshot) -> tuple[list[Entry], list[str]]:
    """What of a snapshot is to be remembered, and the places of what was remembered in it."""
    url = snapshot.exchange.url if snapshot.exchange else ""
    new, used = [], []
    if snapshot.reused:  # the page was not looked at
        return new, used
    for name, seen in snapshot.observations.items():
        here = place_of(url, snapshot.job.vantage, name)
        if seen.at:
            used.append(here)
        elif seen.key:
            new.append(Entry(here, seen.key, {"at": snapshot.at, "value": seen.value}))
    return new, used


def forget(path: Path) -> None:
    """Throw the memory in this file away."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _packed(value: Any) -> bytes | None:
    """The value as it lies in the file; None for what is not plain data."""
    try:
        text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError):
        return None
    return zlib.compress(text.encode("ascii"), 1)


def _today() -> int:
    return int(time.time() // DAY)
