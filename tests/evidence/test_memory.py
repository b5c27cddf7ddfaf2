"""The memory gives back what it was told, only where the key fits, and never breaks a scan."""

from __future__ import annotations

import multiprocessing
import sqlite3

from govlint.evidence import memory as subject
from govlint.evidence.memory import Entry, Memory, forget, observed
from govlint.evidence.snapshot import Exchange, Job, Observation, Snapshot


def opened(tmp_path, **options):
    return Memory(tmp_path / "all.memory", write=True, **options)


def test_an_entry_comes_back_where_the_key_fits_and_nowhere_else(tmp_path):
    with opened(tmp_path) as memory:
        memory.keep([Entry("a", "key", {"answer": ["é", 1, None]})])

        assert memory.recall("a", "key") == {"answer": ["é", 1, None]}
        assert memory.recall("a") == {"answer": ["é", 1, None]}
        assert (memory.recall("a", "other"), memory.recall("b", "key")) == (None, None)


def test_a_newer_entry_takes_the_place_of_the_older_one(tmp_path):
    with opened(tmp_path) as memory:
        memory.keep([Entry("a", "old", 1)])
        memory.keep([Entry("a", "new", 2)])

        assert (memory.recall("a", "old"), memory.recall("a", "new"), memory.count()) == (None, 2, 1)


def test_what_is_no_plain_data_is_not_remembered(tmp_path):
    with opened(tmp_path) as memory:
        memory.keep([Entry("a", "key", {"set": {1}}), Entry("b", "key", float("nan")), Entry("c", "key", 1)])

        assert (memory.recall("a"), memory.recall("b"), memory.recall("c")) == (None, None, 1)


def test_a_worker_reads_what_the_parent_wrote_meanwhile(tmp_path):
    with opened(tmp_path) as parent, Memory(tmp_path / "all.memory") as worker:
        assert worker.recall("a") is None
        parent.keep([Entry("a", "key", 1)])
        assert worker.recall("a") == 1
        worker.keep([Entry("a", "key", 2)])
        assert parent.recall("a") == 1


def test_a_blind_memory_gives_nothing_back_and_keeps_what_is_new(tmp_path):
    with opened(tmp_path, blind=True) as memory:
        memory.keep([Entry("a", "key", 1)])
        assert memory.recall("a", "key") is None
    with opened(tmp_path) as memory:
        assert memory.recall("a", "key") == 1


def test_a_file_that_is_no_database_is_thrown_away(tmp_path):
    (tmp_path / "all.memory").write_bytes(b"something else, and long enough to look like a file")
    with opened(tmp_path) as memory:
        memory.keep([Entry("a", "key", 1)])
        assert memory.recall("a") == 1


def test_a_file_of_another_format_is_begun_anew(tmp_path, monkeypatch):
    with opened(tmp_path) as memory:
        memory.keep([Entry("a", "key", 1)])
    monkeypatch.setattr(subject, "FORMAT", 2)
    with opened(tmp_path) as memory:
        assert (memory.recall("a"), memory.count()) == (None, 0)


def test_a_damaged_value_is_nothing(tmp_path):
    with opened(tmp_path) as memory:
        memory.keep([Entry("a", "key", "a text that is long enough to be cut")])
        with sqlite3.connect(memory.path) as other:
            other.execute("UPDATE memory SET value = substr(value, 1, 20)")
        other.close()

        assert memory.recall("a", "key") is None


def test_a_memory_that_cannot_be_written_holds_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with Memory(tmp_path / "file" / "all.memory", write=True) as memory:
        memory.keep([Entry("a", "key", 1)])
        memory.prune()
        assert (memory.recall("a"), memory.count()) == (None, 0)


def test_a_locked_file_is_not_waited_for_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr(subject, "WAIT_SECONDS", 0.05)
    with opened(tmp_path) as memory:
        holder = sqlite3.connect(memory.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        memory.keep([Entry("a", "key", 1)])
        holder.execute("ROLLBACK")
        holder.close()

        assert memory.recall("a") is None


def test_what_nobody_asked_for_in_long_is_forgotten_and_what_was_of_use_is_not(tmp_path, monkeypatch):
    with opened(tmp_path) as memory:
        memory.keep([Entry("a", "key", 1), Entry("b", "key", 2)])
        today = subject._today()
        monkeypatch.setattr(subject, "_today", lambda: today + 50)
        memory.keep([], used=["b"])
        monkeypatch.setattr(subject, "_today", lambda: today + 61)
        memory.prune()

        assert (memory.recall("a"), memory.recall("b")) == (None, 2)


def test_beyond_its_size_the_memory_forgets_what_was_of_use_longest_ago(tmp_path, monkeypatch):
    with opened(tmp_path) as memory:
        today = subject._today()
        for days in range(10):
            monkeypatch.setattr(subject, "_today", lambda days=days: today + days)
            memory.keep([Entry(f"place {days}", "key", "x")])
        size = sqlite3.connect(memory.path).execute("SELECT max(size) FROM memory").fetchone()[0]
        memory.prune(most_bytes=3 * size)

        assert {days for days in range(10) if memory.recall(f"place {days}")} == {7, 8, 9}


def write_many(path, start):
    with Memory(path, write=True) as memory:
        for number in range(start, start + 50):
            memory.keep([Entry(f"place {number}", "key", number)])


def test_several_processes_may_write_at_once(tmp_path):
    with opened(tmp_path) as memory:
        spawn = multiprocessing.get_context("spawn")
        writers = [spawn.Process(target=write_many, args=(memory.path, start)) for start in (0, 1000, 2000)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join(60)

        assert [writer.exitcode for writer in writers] == [0, 0, 0]
        assert memory.count() == 150


def test_forgetting_takes_the_file_away(tmp_path):
    with opened(tmp_path) as memory:
        memory.keep([Entry("a", "key", 1)])
    forget(memory.path)

    assert list(tmp_path.iterdir()) == []


def test_of_a_snapshot_new_answers_with_a_key_are_kept_and_older_ones_were_of_use():
    seen = {
        "axe": Observation("axe", "1", {"results": []}, key="k"),
        "layout": Observation("layout", "1", {}, key="k", at="before"),
        "rendered": Observation("rendered", "1", "<p>"),
        "focus_trail": Observation("focus_trail", "1", missing="no"),
    }
    snapshot = Snapshot(Job("http://a.example/"), "now", Exchange("http://a.example/", 200), seen)
    new, used = observed(snapshot)

    assert new == [Entry("axe desktop http://a.example/", "k", {"at": "now", "value": {"results": []}})]
    assert used == ["layout desktop http://a.example/"]
