"""What was captured, kept in one SQLite file: a kill at any moment loses at most the page in flight."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType

from .lock import Lock
from .snapshot import Exchange, Failure, Job, Observation, Redirect, Snapshot, Vantage

_TABLES = """
CREATE TABLE IF NOT EXISTS scan (key TEXT PRIMARY KEY, started TEXT NOT NULL, ended TEXT);
CREATE TABLE IF NOT EXISTS snapshot (
    scan TEXT NOT NULL, job TEXT NOT NULL, url TEXT NOT NULL, at TEXT NOT NULL,
    record TEXT NOT NULL, body TEXT, PRIMARY KEY (scan, job)
);
CREATE TABLE IF NOT EXISTS known (scan TEXT PRIMARY KEY, addresses INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS body (digest TEXT PRIMARY KEY, data BLOB NOT NULL);
"""


class StoreError(Exception):
    """The store cannot be opened or is not a store; the text says which file and what to do."""


class Store:
    """Snapshots by scan and job. Bodies lie once by digest, compressed.

    `served` are origins that are others in each run, as of folders that govlint serves, in an
    order that stays: what is kept does not hold them, and is read back with those of this run.
    """

    def __init__(self, path: Path, served: Sequence[str] = ()) -> None:
        self.path = path
        self._served = Served(served)
        self._lock: Lock | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=30, isolation_level=None)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute("PRAGMA cache_size=-512")  # kB
            self._database.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"The store {path} cannot be used ({error}); name another file with --store.") from None

    def begin(self, key: str, at: str, keep: bool = False) -> bool:
        """Start a scan of that key or go on with one that did not end; true if there is one to go on with.

        With `keep`, what the scan before holds stays at hand as its earlier snapshots. Raises StoreError where
        another process is at the same scan.
        """
        self._hold(key)
        found = self._execute("SELECT ended FROM scan WHERE key = ?", (key,)).fetchone()
        if found and found[0] is None:
            return True
        with self._transaction():
            if keep:
                self._execute("UPDATE OR REPLACE snapshot SET scan = ? WHERE scan = ?", (_earlier(key), key))
            else:
                self._execute("DELETE FROM snapshot WHERE scan IN (?, ?)", (key, _earlier(key)))
            self._execute("DELETE FROM body WHERE digest NOT IN (SELECT body FROM snapshot WHERE body NOT NULL)")
            self._execute("DELETE FROM known WHERE scan = ?", (key,))
            self._execute("INSERT OR REPLACE INTO scan VALUES (?, ?, NULL)", (key, at))
        return False

    def end(self, key: str, at: str) -> None:
        """The scan is done: the next one of the same key starts afresh."""
        self._execute("UPDATE scan SET ended = ? WHERE key = ?", (at, key))

    def save(self, key: str, snapshot: Snapshot, known: int = 0) -> None:
        """Keep a snapshot, in one transaction; `known` is how many addresses the scan knows by now."""
        record, body = _record(snapshot)
        digest = hashlib.sha256(body).hexdigest() if body is not None else None
        with self._transaction():
            if body is not None:
                self._execute("INSERT OR IGNORE INTO body VALUES (?, ?)", (digest, zlib.compress(body, 3)))
            job, url, record = map(self._served.kept, (job_key(snapshot.job), snapshot.job.url, record))
            row = (key, job, url, snapshot.at, record, digest)
            self._execute("INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?)", row)
            self._execute("INSERT OR REPLACE INTO known VALUES (?, ?)", (key, known))

    def load(self, key: str, job: Job) -> Snapshot | None:
        """The snapshot of a job, if this scan has it."""
        row = self._execute(
            "SELECT record, data FROM snapshot LEFT JOIN body ON body = digest WHERE scan = ? AND job = ?",
            (key, self._served.kept(job_key(job))),
        ).fetchone()
        return _snapshot(self._served.here(row[0]), zlib.decompress(row[1]) if row[1] is not None else b"") if row else None

    def load_earlier(self, key: str, job: Job) -> Snapshot | None:
        """The snapshot of a job in the scan of this key before this one."""
        return self.load(_earlier(key), job)

    def take(self, key: str, job: Job) -> None:
        """Let the earlier snapshot of a job be this scan's, as it is."""
        self._execute(
            "INSERT OR REPLACE INTO snapshot SELECT ?, job, url, at, record, body FROM snapshot WHERE scan = ? AND job = ?",
            (key, _earlier(key), self._served.kept(job_key(job))),
        )

    def started(self, key: str) -> str:
        """When the scan of this key was begun."""
        return self._execute("SELECT started FROM scan WHERE key = ?", (key,)).fetchone()[0]

    def count(self, key: str) -> int:
        """How many snapshots this scan has."""
        return self._execute("SELECT count(*) FROM snapshot WHERE scan = ?", (key,)).fetchone()[0]

    def known(self, key: str) -> int:
        """How many addresses this scan knew when its last snapshot was kept."""
        row = self._execute("SELECT addresses FROM known WHERE scan = ?", (key,)).fetchone()
        return row[0] if row else 0

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
        if self._lock is not None:
            self._lock.free()

    def _hold(self, key: str) -> None:
        if self._lock is None:
            self._lock = Lock(self.path.with_name(f"{self.path.name}.{key[:8]}.lock"))
        try:
            if self._lock.take():
                return
        except OSError as error:
            raise StoreError(f"{self._lock.path} cannot be written ({error.strerror}); name another file with --store.") from None
        text = f"Another govlint is at work on the same scan (its store is {self.path}). Wait for its end, or name another file with --store."
        raise StoreError(text)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _execute(self, statement: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Raises StoreError where the file is at fault, as on a full disk; a snapshot is then kept whole or not at all."""
        try:
            return self._database.execute(statement, values)
        except sqlite3.Error as error:
            text = f"The store {self.path} cannot be used ({error}). Make room on its disk and give the same command again, which goes on, or name another file with --store."
            raise StoreError(text) from None

    def _transaction(self) -> _Transaction:
        return _Transaction(self._execute)


class Served:
    """Origins that are others in each run, and the names that stand for them in what is kept."""

    def __init__(self, origins: Sequence[str]) -> None:
        self._names = {f"http://folder-{number}.invalid": origin for number, origin in enumerate(origins)}

    def kept(self, text: str) -> str:
        """A text of this run as it is kept."""
        for name, origin in self._names.items():
            text = re.sub(re.escape(origin) + r"(?!\d)", name, text)
        return text

    def here(self, text: str) -> str:
        """A text that was kept as it is in this run."""
        for name, origin in self._names.items():
            text = text.replace(name, origin)
        return text


class _Transaction:
    def __init__(self, execute: Callable[[str], object]) -> None:
        self._execute = execute

    def __enter__(self) -> None:
        self._execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._execute("COMMIT")
            return
        with suppress(StoreError):  # a full disk ended it already
            self._execute("ROLLBACK")


def _earlier(key: str) -> str:
    return f"{key} earlier"


def job_key(job: Job) -> str:
    """What makes two jobs the same: address, role, vantage, facts wanted."""
    return "\n".join((job.url, job.role, job.vantage.name, ",".join(sorted(job.wanted))))


def _record(snapshot: Snapshot) -> tuple[str, bytes | None]:
    plain = asdict(snapshot)
    body = plain["exchange"].pop("body") if plain["exchange"] else None
    return json.dumps(plain, ensure_ascii=True), body


def _snapshot(record: str, body: bytes) -> Snapshot:
    plain = json.loads(record)
    job, exchange, failure = plain["job"], plain["exchange"], plain["failure"]
    if exchange:
        exchange["headers"] = tuple(map(tuple, exchange["headers"]))
        exchange["redirects"] = tuple(Redirect(**step) for step in exchange["redirects"])
    return Snapshot(
        job=Job(**job | {"vantage": Vantage(**job["vantage"]), "wanted": tuple(job["wanted"])}),
        at=plain["at"],
        exchange=Exchange(**exchange, body=body) if exchange else None,
        observations={name: Observation(**seen) for name, seen in plain["observations"].items()},
        failure=Failure(**failure) if failure else None,
        seconds=plain["seconds"],
        evidence_at=plain.get("evidence_at", ""),
        reused=plain.get("reused", ""),
    )
