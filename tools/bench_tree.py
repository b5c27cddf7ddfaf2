"""What a command and all that came of it cost: `tools/bench_tree.py OUT.json SECONDS -- COMMAND…` writes it as JSON.

It makes itself the one to whom orphans go (PR_SET_CHILD_SUBREAPER), so that a browser whose driver died is waited for
like a child, and its CPU time is counted by the kernel. Linux only.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
LOOK_SECONDS = 0.1
MEMORY_SECONDS = 1.0  # reading PSS of a browser takes its locks; more often would slow what is measured
PATIENCE = 60.0  # for what still runs when the command has ended: a busy machine needs long for little
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Times in seconds, memory in bytes.

    `cpu` is user and system time of the whole tree as the kernel tells it of what was waited for. `by_kind` is the
    same as seen from /proc each 0.1 s, by kind of process: it misses the last moments of each, so it sums to less.
    `memory` is the largest sum of proportional set sizes (PSS) that was seen, `parent_memory` the largest resident
    size that the command's own process had. `cut` says that the time given was over and all was ended, `left` how many
    processes did not end by themselves after the command and were ended.
    """

    wall: float
    cpu: float
    user: float
    system: float
    memory: int
    parent_memory: int
    processes: int
    code: int
    cut: bool = False
    left: int = 0
    by_kind: Mapping[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class _Seen:
    """A process that was seen, by its number and start time."""

    kind: str
    seconds: float


def measure(command: list[str], limit: float, environment: Mapping[str, str] | None = None, **given: object) -> Cost:
    """Run a command in a process of its own that counts; raises OSError where this machine cannot count so.

    `given` goes to `subprocess.run`, as `cwd` and `stdout`.
    """
    if not sys.platform.startswith("linux"):
        raise OSError("CPU of whole process trees is counted on Linux only; run `make bench` there.")
    reading, writing = os.pipe()
    with os.fdopen(reading, "r", encoding="utf-8") as answer:
        here = [sys.executable, __file__, f"/dev/fd/{writing}", str(limit), "--", *command]
        process = subprocess.Popen(here, env=environment, pass_fds=(writing,), **given)
        os.close(writing)
        told = answer.read()
        process.wait()
    if not told:
        raise OSError(f"The process that counts ended with code {process.returncode} and told nothing.")
    return Cost(**json.loads(told))


def run(command: list[str], limit: float) -> Cost:
    """Run a command here; this process must have no other children, and takes those that lost their parents."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "This process cannot adopt orphans")
    try:
        return _watched(command, limit)
    except BaseException:
        _end(list(_tree(os.getpid())))
        raise


def _watched(command: list[str], limit: float) -> Cost:
    began = time.monotonic()
    child = subprocess.Popen(command)
    seen: dict[tuple[int, int], _Seen] = {}
    memory = parent_memory = 0
    code: int | None = None
    wall, next_look, cut, left = 0.0, 0.0, False, 0
    while True:
        here = list(_tree(os.getpid()))
        _note(here, seen, child.pid)
        now = time.monotonic()
        parent_memory = max(parent_memory, _status(child.pid, "VmHWM"))
        if now >= next_look:
            memory, next_look = max(memory, sum(_pss(pid) for pid in here)), now + MEMORY_SECONDS
        ended, alone = _reap(child.pid)
        if ended is not None:
            code, wall = ended, time.monotonic() - began
        if alone:
            break
        if (now - began > limit and not cut) or (code is not None and now - began > wall + PATIENCE):
            cut, left = cut or code is None, left or (0 if code is None else len(here))
            _end(here)
        time.sleep(LOOK_SECONDS)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    by_kind: dict[str, float] = {}
    for one in seen.values():
        by_kind[one.kind] = by_kind.get(one.kind, 0.0) + one.seconds
    kernel, looked = used.ru_utime + used.ru_stime, sum(by_kind.values())
    # A parent that ignores the end of its children keeps their time from the kernel's sum, not from what was seen.
    return Cost(
        wall=round(wall, 3), cpu=round(max(kernel, looked), 3), user=round(used.ru_utime, 3), system=round(used.ru_stime, 3),
        memory=memory, parent_memory=parent_memory, processes=len(seen), code=code if code is not None else -1, cut=cut, left=left,
        by_kind={kind: round(seconds, 3) for kind, seconds in sorted(by_kind.items())},
    )  # fmt: skip


def _tree(root: int) -> Iterator[int]:
    """The numbers of all processes below `root`."""
    children: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            with suppress(OSError, ValueError):
                children.setdefault(int(_stat(int(entry.name))[1]), []).append(int(entry.name))
    waiting = [root]
    while waiting:
        below = children.get(waiting.pop(), [])
        yield from below
        waiting += below


def _stat(pid: int) -> list[str]:
    """State, parent and so on: the words of /proc/PID/stat after the name, which stands in brackets."""
    return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()


def _note(pids: list[int], seen: dict[tuple[int, int], _Seen], first: int) -> None:
    for pid in pids:
        with suppress(OSError, ValueError, IndexError):
            words = _stat(pid)
            key, seconds = (pid, int(words[19])), (int(words[11]) + int(words[12])) / TICK
            kind = kind_of(Path(f"/proc/{pid}/cmdline").read_bytes(), pid == first)
            if key not in seen:
                seen[key] = _Seen(kind or "short-lived", seconds)
            seen[key].seconds = seconds
            if kind:  # an ended process has no command line any more
                seen[key].kind = kind


def kind_of(command_line: bytes, is_first: bool) -> str:
    """What sort of process this is, by its command line: `chromium renderer`, `python parent`; empty if it has none."""
    words = command_line.decode("utf-8", "replace").replace("\0", " ").split()
    if not words:
        return ""
    name = os.path.basename(words[0])
    if name in ("chromium", "chromium-headless-shell", "chrome", "headless_shell", "chromium-shell"):
        return f"chromium {next((word.removeprefix('--type=') for word in words if word.startswith('--type=')), 'browser')}"
    if name.startswith("python"):
        return "python parent" if is_first else "python workers"
    return name


def _pss(pid: int) -> int:
    with suppress(OSError, ValueError, IndexError):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        return int(text.split("\nPss:")[1].split()[0]) * 1024
    return 0


def _status(pid: int, key: str) -> int:
    with suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{pid}/status").read_text("utf-8", "replace").split(f"\n{key}:")[1].split()[0]) * 1024
    return 0


def _reap(first: int) -> tuple[int | None, bool]:
    """The exit code of the first process if it has ended just now, and whether no process is left."""
    code = None
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return code, True
        if pid == 0:
            return code, False
        if pid == first:
            code = os.waitstatus_to_exitcode(status)


def _end(pids: list[int]) -> None:
    for pid in pids:
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL)


def main(arguments: list[str]) -> int:
    """Measure, and write the cost."""
    out, limit, dashes, *command = arguments
    if dashes != "--" or not command:
        print("usage: tools/bench_tree.py OUT.json SECONDS -- COMMAND…", file=sys.stderr)
        return 2
    cost = run(command, float(limit))
    Path(out).write_text(json.dumps(asdict(cost)) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
