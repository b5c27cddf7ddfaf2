"""The store keeps what was captured, through a kill and a restart."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from govlint.evidence.snapshot import Exchange, Failure, Job, Observation, Redirect, Snapshot
from govlint.evidence.store import Store, StoreError

EXCHANGE = Exchange(
    "http://a.example/", 200, (("content-type", "text/html"), ("set-cookie", "a=1"), ("set-cookie", "b=2")), b"<p>\xff\0",
    (Redirect("http://a.example/old", 301, "http://a.example/"),),
)  # fmt: skip
SNAPSHOT = Snapshot(
    Job("http://a.example/", wanted=("axe",), asked=True), "2026-01-01T00:00:00Z", EXCHANGE,
    {"axe": Observation("axe", "1", {"results": []}), "layout": Observation("layout", "1", missing="no browser")},
)  # fmt: skip


def test_a_snapshot_comes_back_as_it_went_in(tmp_path):
    with Store(tmp_path / "s.sqlite") as store:
        store.begin("k", "now")
        store.save("k", SNAPSHOT)

        assert SNAPSHOT == store.load("k", SNAPSHOT.job)


def test_a_failure_is_kept_too(tmp_path):
    failed = Snapshot(Job("http://b.example/"), "now", failure=Failure("dead-host", "It is dead."))
    with Store(tmp_path / "s.sqlite") as store:
        store.begin("k", "now")
        store.save("k", failed)

        assert failed == store.load("k", failed.job)


def test_a_scan_that_did_not_end_goes_on(tmp_path):
    with Store(tmp_path / "s.sqlite") as store:
        store.begin("k", "now")
        store.save("k", SNAPSHOT)
    with Store(tmp_path / "s.sqlite") as store:
        assert store.begin("k", "later")
        assert 1 == store.count("k")


def test_a_scan_that_ended_starts_afresh(tmp_path):
    with Store(tmp_path / "s.sqlite") as store:
        store.begin("k", "now")
        store.save("k", SNAPSHOT)
        store.end("k", "later")
        assert not store.begin("k", "again")

        assert store.load("k", SNAPSHOT.job) is None


def test_a_file_that_is_no_database_is_told(tmp_path):
    (tmp_path / "s.sqlite").write_text("not a database, but long enough to be read as one " * 40)

    with pytest.raises(StoreError, match="s.sqlite"):
        Store(tmp_path / "s.sqlite")


def test_a_full_disk_is_told_and_what_was_kept_before_stays(tmp_path):
    with Store(tmp_path / "s.sqlite") as store:
        store.begin("k", "now")
        store.save("k", SNAPSHOT)
        (pages,) = store._database.execute("PRAGMA page_count").fetchone()
        store._database.execute(f"PRAGMA max_page_count = {pages}")
        large = replace(SNAPSHOT, job=Job("http://a.example/large"), exchange=replace(SNAPSHOT.exchange, body=os.urandom(100_000)))

        with pytest.raises(StoreError, match=r"s\.sqlite.*full.*[Mm]ake room"):
            store.save("k", large)

        assert (1, SNAPSHOT, None) == (store.count("k"), store.load("k", SNAPSHOT.job), store.load("k", large.job))
        store._database.execute("PRAGMA max_page_count = 1000")
        store.save("k", large)
        assert store.load("k", large.job) == large


def test_what_was_saved_outlives_a_kill(tmp_path):
    program = textwrap.dedent(f"""
        import os, signal
        from govlint.evidence.store import Store
        from govlint.evidence.snapshot import Job, Snapshot
        from pathlib import Path
        store = Store(Path({str(tmp_path / "s.sqlite")!r}))
        store.begin("k", "now")
        for number in range(20):
            store.save("k", Snapshot(Job(f"http://a.example/{{number}}"), "now"))
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    ended = subprocess.run([sys.executable, "-c", program], env=os.environ, check=False)

    assert -signal.SIGKILL == ended.returncode
    with Store(tmp_path / "s.sqlite") as store:
        assert 20 == store.count("k")
