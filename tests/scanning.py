"""`govlint check` as a process of its own, and the processes that came of it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govlint.capture.processes import descendants

PARENT, WORKER, DRIVER, BROWSER, RENDERER = "parent", "worker", "driver", "browser", "renderer"
LIMIT = 180.0  # seconds for one scan, on a busy machine


@dataclass
class Scanning:
    """`govlint check` in a process of its own, with a store and a temporary folder of its own."""

    folder: Path
    target: str
    rules: tuple[str, ...]
    options: tuple[str, ...] = ()
    temporary: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="kills-")))  # short: sockets lie in it
    process: subprocess.Popen = field(init=False)

    def start(self) -> Scanning:
        command = (
            str(Path(sys.executable).with_name("govlint")), "check", self.target, "--store", str(self.folder / "evidence.sqlite"),
            "--format", f"json={self.folder / 'report.json'}", "--format", f"text={self.folder / 'report.txt'}",
            *(word for rule in self.rules for word in ("--rules", rule)), *self.options,
        )  # fmt: skip
        environment = {**os.environ, "TMPDIR": str(self.temporary)}
        # A session of its own, as a terminal would give it.
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
        )
        return self

    def end(self) -> tuple[int, str]:
        """The exit code, and what was said on the standard error."""
        said = self.process.communicate(timeout=LIMIT)[1]
        return self.process.returncode, said

    def processes(self, kind: str) -> list[int]:
        """The living processes of that kind."""
        if kind == PARENT:
            return [self.process.pid] if self.process.poll() is None else []
        return [pid for pid in descendants(self.process.pid) if _kind(pid) == kind]

    def living(self) -> list[str]:
        """The command lines of the processes that use the temporary folder."""
        name = os.fsencode(str(self.temporary))
        return [line.replace(b"\0", b" ")[:200].decode() for line in map(_command, _everybody()) if name in line]

    def left(self) -> list[str]:
        """The living processes, and what lies in the temporary folder, but for a folder with its lock alone.

        A parent that is killed when all its workers have ended leaves that to the next scan.
        """
        rooms = [path for path in self.temporary.rglob("*") if path.name != "lock" and path.parent != self.temporary]
        return self.living() + [str(path) for path in rooms]

    def report(self) -> dict[str, Any]:
        return json.loads((self.folder / "report.json").read_text("utf-8"))


def _everybody() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _command(pid: int) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def _kind(pid: int) -> str:
    command = _command(pid)
    if b"chromedriver" in command.split(b"\0")[0]:
        return DRIVER
    if b"--type=" in command:
        return RENDERER if b"--type=renderer" in command else ""
    if b"--user-data-dir=" in command:
        return BROWSER
    return WORKER if b"multiprocessing.spawn" in command else ""


def settled(condition: Any, otherwise: Any) -> None:
    """Wait until it holds, and fail with the words otherwise."""
    limit = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < limit, otherwise()
        time.sleep(0.05)


def found(report: dict[str, Any], base: str = "") -> list[tuple[Any, ...]]:
    """Every finding as it is reported, each as often as it is there."""
    return sorted(
        (f["rule"], f["outcome"], f["url"].replace(base, ""), f["place"]["selector"], str(f["place"]["line"]), f["text"].replace(base, ""))
        for f in report["findings"]
    )


def judged(report: dict[str, Any], base: str = "") -> list[str]:
    """The addresses that were judged."""
    return sorted(visit["url"].replace(base, "") for visit in report["visits"] if visit["outcome"] == "judged")
