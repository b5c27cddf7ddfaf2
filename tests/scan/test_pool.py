"""Workers that die or hang are replaced, and their tasks told."""

from __future__ import annotations

import os
import signal
import tempfile
import time

from govlint.scan.pool import Died, Pool


def serve(connection, settings):
    while (task := connection.recv()) is not None:
        if task == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "hang":
            time.sleep(600)
        if task == "write":
            tempfile.mkstemp()
        connection.send((settings, task))


def collect(pool, count):
    answers = {}
    for _ in range(600):
        answers.update(dict(pool.answers(0.1)))
        if len(answers) == count:
            return answers
    raise AssertionError(f"only {len(answers)} of {count} answers came within a minute")


def test_each_task_is_answered_with_its_ticket():
    with Pool(2, serve, "s") as pool:
        pool.give(1, "one")
        pool.give(2, "two")
        assert not pool.has_room

        assert {1: ("s", "one"), 2: ("s", "two")} == collect(pool, 2)


def test_a_worker_that_dies_is_told_and_replaced():
    with Pool(1, serve, "s") as pool:
        pool.give(1, "die")
        assert isinstance(collect(pool, 1)[1], Died)
        pool.give(2, "two")

        assert {2: ("s", "two")} == collect(pool, 1)


def test_a_worker_that_hangs_is_ended_at_the_limit():
    with Pool(1, serve, "s", limit=0.5) as pool:
        pool.give(1, "hang")

        assert "longer than" in collect(pool, 1)[1].reason


def test_a_worker_that_died_while_idle_does_not_cost_a_task():
    with Pool(1, serve, "s") as pool:
        pool.give(1, "one")
        collect(pool, 1)
        worker = pool._workers[0]
        os.kill(worker.process.pid, signal.SIGKILL)
        worker.process.join(10)
        pool.give(2, "two")

        assert {2: ("s", "two")} == collect(pool, 1)


def test_a_worker_that_ends_takes_its_room_with_it():
    with Pool(1, serve, "s") as pool:
        pool.give(1, "write")
        collect(pool, 1)
        worker = pool._workers[0]
        assert 1 == len(list(worker.room.iterdir()))
        worker.connection.send(None)
        worker.process.join(10)

        assert not worker.room.exists()
