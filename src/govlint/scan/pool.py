"""Processes that work on one task at a time; one that dies or hangs is replaced and its task told.

Each worker runs `serve(connection, settings)`: receives a task, sends an answer,
until it receives None. It has a process group of its own, so that the interrupt that
a terminal sends to all processes of a command does not reach it and its browser, and
ends with them all when the parent is gone.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import Any

from ..capture.processes import end_companions
from .scratch import Scratch
from .stop import SIGNALS


@dataclass(frozen=True, slots=True)
class Died:
    """What came instead of an answer: the process ended or was ended."""

    reason: str


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: Connection
    room: Path
    ticket: Any = None
    task: Any = None
    since: float = 0.0


class Pool:
    """Up to `size` worker processes, each started when there is work for it.

    `limit` is the wall time in seconds that one task may take.
    """

    def __init__(self, size: int, serve: Callable[[Connection, Any], None], settings: Any, limit: float = 240.0) -> None:
        self._spawn = multiprocessing.get_context("spawn")
        self._serve, self._settings, self._limit, self._size = serve, settings, limit, size
        self._scratch = Scratch()
        self._workers = [self._start()]

    @property
    def has_room(self) -> bool:
        """Whether a worker waits for a task or may be started for one."""
        return len(self._workers) < self._size or any(worker.ticket is None for worker in self._workers)

    @property
    def busy(self) -> int:
        """How many tasks are being worked on."""
        return sum(worker.ticket is not None for worker in self._workers)

    def give(self, ticket: Any, task: Any) -> None:
        """Hand a task to an idle worker; the ticket comes back with the answer."""
        index = next((i for i, worker in enumerate(self._workers) if worker.ticket is None), len(self._workers))
        if index == len(self._workers):
            self._workers.append(self._start())
        worker = self._workers[index]
        worker.ticket, worker.task, worker.since = ticket, task, time.monotonic()
        try:
            worker.connection.send(task)
        except OSError:  # it died while it was idle; nothing of this task was begun
            self._end(worker)
            fresh = self._workers[index] = self._start()
            fresh.ticket, fresh.task, fresh.since = ticket, task, time.monotonic()
            fresh.connection.send(task)

    def answers(self, seconds: float) -> list[tuple[Any, Any]]:
        """(ticket, answer or Died) of the tasks that ended, after waiting at most so long."""
        busy = {worker.connection: index for index, worker in enumerate(self._workers) if worker.ticket is not None}
        ready = wait(list(busy), timeout=seconds) if busy else time.sleep(seconds) or []
        done = [self._receive(busy[connection]) for connection in ready]
        now = time.monotonic()
        for index, worker in enumerate(self._workers):
            if worker.ticket is not None and now - worker.since > self._limit:
                done.append(self._replace(index, f"it took longer than {self._limit:.0f} seconds"))
        return done

    def close(self, at_once: bool = False) -> None:
        """Let the workers finish and end; `at_once` ends them where they are."""
        for worker in self._workers:
            with contextlib.suppress(OSError):
                worker.connection.send(None)
        for worker in self._workers:
            worker.process.join(0 if at_once else 15)
            self._end(worker)
        self._scratch.close()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close(at_once=kind is not None)

    def _receive(self, index: int) -> tuple[Any, Any]:
        worker = self._workers[index]
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            return self._replace(index, f"its process ended with code {worker.process.exitcode}")
        ticket, worker.ticket, worker.task = worker.ticket, None, None
        return ticket, answer

    def _replace(self, index: int, reason: str) -> tuple[Any, Any]:
        worker = self._workers[index]
        self._end(worker)
        self._workers[index] = self._start()
        return worker.ticket, Died(reason)

    def _start(self) -> _Worker:
        here, there = self._spawn.Pipe()
        room = self._scratch.room()
        process = self._spawn.Process(target=_run, args=(self._serve, there, self._settings, room), daemon=False)
        with _signals_held(), program_aside():
            process.start()
        there.close()
        return _Worker(process, here, room)

    def _end(self, worker: _Worker) -> None:
        worker.connection.close()
        if worker.process.pid is not None:
            # The browser is in the worker's process group and has to go with it.
            with contextlib.suppress(ProcessLookupError, PermissionError, AttributeError):
                os.killpg(worker.process.pid, signal.SIGKILL)
        if worker.process.is_alive():
            worker.process.kill()
        worker.process.join(5)
        shutil.rmtree(worker.room, ignore_errors=True)


@contextlib.contextmanager
def program_aside() -> Iterator[None]:
    """A worker needs nothing of the program that starts it, and would import the whole of it: half a second of CPU."""
    main = sys.modules["__main__"]
    aside = {name: vars(main).pop(name) for name in ("__spec__", "__file__") if name in vars(main)}
    main.__spec__ = None
    try:
        yield
    finally:
        vars(main).update({"__spec__": None} | aside)


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """Keeps an interrupt from a process that is just starting and is still in our process group."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it would let go of the signals
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _run(serve: Callable[[Connection, Any], None], connection: Connection, settings: Any, room: Path) -> None:
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    # An interrupt is for the parent, which lets the pages in flight finish.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    tempfile.tempdir = str(room)
    os.environ["TMPDIR"] = str(room)  # a browser that is killed leaves folders there
    watch = threading.Thread(target=_end_with_parent, args=(room,), daemon=True)
    watch.start()
    try:
        # The parent may be gone, and nobody wait for an answer any more.
        with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
            serve(connection, settings)
    finally:
        # Here, as the parent may be killed before it hears that we ended.
        shutil.rmtree(room, ignore_errors=True)
        parent = multiprocessing.parent_process()
        if parent is not None and not parent.is_alive():
            watch.join()


def _end_with_parent(room: Path) -> None:
    """Waits for the parent's death, be it in the middle of a page, and leaves nothing behind."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "a worker is started by a pool"
    wait([parent.sentinel])
    # The page in flight may be about to start its second browser: it finds no folder for it.
    gone = room.with_name(f"{room.name}-gone")
    with contextlib.suppress(FileNotFoundError):  # we are just ending by ourselves
        room.rename(gone)
    if hasattr(os, "killpg"):
        end_companions()
    for folder in (gone, room):  # a browser that was just starting makes its folder again
        shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        if not any(other.is_dir() for other in room.parent.iterdir()):  # ours was the last
            shutil.rmtree(room.parent, ignore_errors=True)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
