"""The processes that another one started, and their end."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any


def end(process: subprocess.Popen[Any] | None) -> None:
    """End a process and all that came of it, at once; they stay in our own group, so that they end with us too."""
    if process is None:
        return
    for pid in [process.pid, *descendants(process.pid)]:
        with suppress(OSError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)


def descendants(pid: int) -> list[int]:
    """The living processes that a process started, and those that they started, by number."""
    children: dict[int, list[int]] = {}
    for child, parent, state in _table():
        if not state.startswith("Z"):
            children.setdefault(parent, []).append(child)
    found: list[int] = []
    waiting = [pid]
    while waiting:
        started = children.get(waiting.pop(), [])
        found += started
        waiting += started
    return found


def _table() -> Iterator[tuple[int, int, str]]:
    """Number, parent and state of each process of this machine."""
    folder = Path("/proc")
    if (folder / "self/stat").exists():
        for entry in folder.iterdir():
            if not entry.name.isdigit():
                continue
            with suppress(OSError):
                # The name stands in brackets and may hold spaces and brackets itself.
                state, parent = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[:2]
                yield int(entry.name), int(parent), state
        return
    with suppress(OSError, subprocess.SubprocessError):
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat="], capture_output=True, text=True, timeout=10)
        for line in listed.stdout.splitlines():
            pid, parent, state = line.split()
            yield int(pid), int(parent), state
