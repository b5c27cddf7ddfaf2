"""The processes that another one started, and their end."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

PATIENCE = 5.0  # seconds for a killed process to be gone


def end(process: subprocess.Popen[Any] | None) -> None:
    """End a process and all that came of it, at once; they stay in our own group, so that they end with us too."""
    if process is None:
        return
    doomed = [process.pid, *descendants(process.pid)]
    _kill(doomed)
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
    _await_end(doomed)


def end_all(pid: int) -> None:
    """End a process by its number and all that came of it."""
    doomed = [pid, *descendants(pid)]
    _kill(doomed)
    _await_end(doomed)


def end_in(folder: Path) -> None:
    """End the processes whose command line names a folder, as a browser's does its profile's.

    A browser outlives a driver that was killed, and is then nobody's child.
    """
    name = os.fsencode(str(folder))
    doomed = [pid for pid, *_ in _table() if pid != os.getpid() and name in _command(pid)]
    _kill(doomed)
    _await_end(doomed)


def end_companions() -> None:
    """End the other processes of our own process group."""
    own = os.getpgid(0)
    doomed = [pid for pid, _, group, _ in _table() if group == own and pid != os.getpid()]
    _kill(doomed)
    _await_end(doomed)


def resident(pids: Iterable[int]) -> int:
    """The bytes of memory that these processes hold for themselves; what they share is left out."""
    return sum(map(_resident, pids))


def descendants(pid: int) -> list[int]:
    """The living processes that a process started, and those that they started, by number."""
    children: dict[int, list[int]] = {}
    for child, parent, _, state in _table():
        if not state.startswith("Z"):
            children.setdefault(parent, []).append(child)
    found: list[int] = []
    waiting = [pid]
    while waiting:
        started = children.get(waiting.pop(), [])
        found += started
        waiting += started
    return found


def _kill(doomed: Iterable[int]) -> None:
    for pid in doomed:
        with suppress(OSError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _await_end(doomed: Iterable[int]) -> None:
    """Wait until they are gone: one that is just ending may still write to its folder."""
    left, limit = set(doomed), time.monotonic() + PATIENCE
    while left and time.monotonic() < limit:
        left &= {pid for pid, _, _, state in _table() if not state.startswith(("Z", "X"))}
        if left:
            time.sleep(0.01)


def _table() -> Iterator[tuple[int, int, int, str]]:
    """Number, parent, group and state of each process of this machine."""
    folder = Path("/proc")
    if (folder / "self/stat").exists():
        for entry in folder.iterdir():
            if not entry.name.isdigit():
                continue
            with suppress(OSError):
                # The name stands in brackets and may hold spaces and brackets itself.
                state, parent, group = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[:3]
                yield int(entry.name), int(parent), int(group), state
        return
    for line in _ps("-A", "-o", "pid=,ppid=,pgid=,stat=").splitlines():
        pid, parent, group, state = line.split()
        yield int(pid), int(parent), int(group), state


def _command(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return os.fsencode(_ps("-p", str(pid), "-o", "command="))


def _resident(pid: int) -> int:
    with suppress(OSError, ValueError):
        _, resident, shared, *_ = Path(f"/proc/{pid}/statm").read_text().split()
        return (int(resident) - int(shared)) * os.sysconf("SC_PAGE_SIZE")
    return int(_ps("-p", str(pid), "-o", "rss=").strip() or 0) * 1024


def _ps(*arguments: str) -> str:
    with suppress(OSError, subprocess.SubprocessError):
        return subprocess.run(["ps", *arguments], capture_output=True, text=True, timeout=10).stdout
    return ""
