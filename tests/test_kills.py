"""A scan is killed at any moment, goes on, and finds what an undisturbed one finds: nothing lost, nothing twice."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from govlint.capture.processes import descendants

from .loopback import Loopback, html

PAGES = 12
SEED = int(os.environ.get("GOVLINT_SEED", "20261125"))
MOMENTS = 50
RULES = ("axe/image-alt", "axe/label", "axe/color-contrast", "keyboard/*", "metadata/title-present", "metadata/unique-titles", "metadata/links-work", "open-formats/csv-*")
PARENT, WORKER, DRIVER, BROWSER = KINDS = ("parent", "worker", "driver", "browser")
LIMIT = 180.0  # seconds for one scan, on a busy machine


@dataclass
class Scanning:
    """`govlint check` in a process of its own, with a store and a temporary folder of its own."""

    folder: Path
    target: str
    options: tuple[str, ...] = ()
    temporary: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="kills-")))  # short: sockets lie in it
    process: subprocess.Popen = field(init=False)

    def start(self) -> Scanning:
        command = (
            str(Path(sys.executable).with_name("govlint")), "check", self.target, "--store", str(self.folder / "evidence.sqlite"),
            "--format", f"json={self.folder / 'report.json'}", "--format", f"text={self.folder / 'report.txt'}",
            *(word for rule in RULES for word in ("--rules", rule)), *self.options,
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

    def left(self) -> list[str]:
        """The command lines of living processes that use the temporary folder, and the files in it."""
        name = os.fsencode(str(self.temporary))
        lines = [line.replace(b"\0", b" ")[:200].decode() for line in map(_command, _everybody()) if name in line]
        return lines + [str(path) for path in self.temporary.glob("*")]

    def report(self) -> dict:
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
    if b"--user-data-dir=" in command:
        return BROWSER if b"--type=" not in command else ""
    return WORKER if b"multiprocessing.spawn" in command else ""


def page(number: int) -> str:
    """A small page with faults that need a browser and faults that do not; each page has some of its own."""
    links = "".join(f'<li><a href="/{n}">Part {n}</a></li>' for n in (2 * number + 1, 2 * number + 2) if n < PAGES)
    broken = f'<a href="/gone-{number}">More</a>' if number % 3 == 0 else ""
    table = f'<a href="/figures-{number}.csv">Figures</a>' if number % 4 == 1 else ""
    title = "Apply" if number % 2 else f"Part {number}"
    trap = '<div tabindex="0" onkeydown="event.key === \'Tab\' && event.preventDefault()">Here</div>' if number == 5 else ""
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title></head><body><main><h1>Part {number}</h1><ul>{links}</ul>'
        f'{broken}{table}<img src="/{number}.png"><input name="n{number}"><p style="color:#bbb">Pale {number}</p>{trap}</main></body></html>'
    )


@contextlib.contextmanager
def site() -> Iterator[Loopback]:
    figures = (200, {"Content-Type": "text/csv; charset=utf-8"}, "a,b\r\n1,2\r\n3\r\n")
    answers = {f"/{number}": html(page(number)) for number in range(PAGES)}
    answers |= {f"/figures-{number}.csv": figures for number in range(PAGES)}
    with Loopback(answers | {"/": html(page(0))}) as served:
        yield served


def found(report: dict, base: str = "") -> list[tuple]:
    """Every finding as it is reported, in order."""
    return sorted(
        (f["rule"], f["outcome"], f["url"].removeprefix(base), f["place"]["selector"], str(f["place"]["line"]), f["text"].replace(base, ""))
        for f in report["findings"]
    )


def judged(report: dict) -> list[str]:
    return sorted(visit["url"] for visit in report["visits"] if visit["outcome"] == "judged")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The loopback site, what an undisturbed scan of it reports, and how many requests it made."""
    with site() as served:
        scan = Scanning(tmp_path_factory.mktemp("undisturbed"), served.url + "/")
        code, said = scan.start().end()
        assert code == 1, said
        report = scan.report()
        assert len(judged(report)) > PAGES
        assert {"axe/image-alt", "metadata/unique-titles", "metadata/links-work", "keyboard/no-focus-trap"} <= {f["rule"] for f in report["findings"]}
        yield served, report, len(served.asked)


@dataclass(frozen=True)
class Moment:
    """When and whom to kill: so long after so many of the site's requests were answered, or at the end if there are fewer."""

    kind: str
    share: float  # of the requests of an undisturbed scan
    after: float  # seconds
    which: float  # of the processes of that kind

    def await_and_kill(self, scan: Scanning, served: Loopback, requests: int) -> bool:
        """Whether somebody was killed: false if the scan was over before."""
        before, limit = len(served.asked), time.monotonic() + LIMIT
        while scan.process.poll() is None and len(served.asked) - before < self.share * requests:
            assert time.monotonic() < limit, f"{self}: the scan does not go on"
            time.sleep(0.005)
        with contextlib.suppress(subprocess.TimeoutExpired):
            scan.process.wait(self.after)
        while scan.process.poll() is None:
            if found := scan.processes(self.kind):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(found[int(self.which * len(found))], signal.SIGKILL)
                return True
            assert time.monotonic() < limit, f"{self}: there is no such process"
            time.sleep(0.005)
        return False


def disturbed(undisturbed, folder: Path, moment: Moment) -> str:
    """Kill, go on if need be, and compare; says what happened."""
    served, report, requests = undisturbed
    folder.mkdir()
    scan = Scanning(folder, served.url + "/").start()
    killed = moment.await_and_kill(scan, served, requests)
    code, said = scan.end()
    note = f"{moment} {'came' if killed else 'came too late'}"
    if code == -signal.SIGKILL:
        settled(lambda: not scan.left(), lambda: f"{note}; left: {scan.left()}")
        code, said = scan.start().end()
        done = scan.report()["options"]["resumed"]
        note += f", went on after {done}"
        assert not done or f"resumed, {done} of " in said, (note, said)
    assert code == 1, (note, code, said, [f["text"] for f in scan.report()["findings"] if f["outcome"] == "untested"])
    assert found(report) == found(scan.report()), note
    assert judged(report) == judged(scan.report()), note
    settled(lambda: not scan.left(), lambda: f"{note}; left: {scan.left()}")
    scan.temporary.rmdir()
    return note


def settled(condition, otherwise) -> None:
    """Wait until it holds, and fail with the words otherwise."""
    limit = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < limit, otherwise()
        time.sleep(0.05)


def moments(count: int, seed: int) -> Iterator[Moment]:
    """Each kind in turn, spread over the start, the pages and the end; the same for the same seed."""
    choice = random.Random(seed)
    for number in range(count):
        fifth = (number // len(KINDS)) % 5
        share = (0.0, choice.random() / 3, (1 + choice.random()) / 3, (2 + choice.random()) / 3, 1.0)[fifth]
        yield Moment(KINDS[number % len(KINDS)], share, choice.uniform(0, 1.5), choice.random())


@pytest.mark.parametrize("kind", KINDS)
def test_a_scan_finds_the_same_when_it_is_killed(kind, undisturbed, tmp_path):
    choice = random.Random(f"{kind} {SEED}")
    print(disturbed(undisturbed, tmp_path / kind, Moment(kind, choice.uniform(0.2, 0.9), choice.uniform(0, 0.5), choice.random())))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(MOMENTS))
def test_a_scan_that_is_killed_at_any_of_fifty_moments_finds_the_same(number, undisturbed, tmp_path):
    moment = list(moments(MOMENTS, SEED))[number]
    print(f"GOVLINT_SEED={SEED}:", disturbed(undisturbed, tmp_path / "scan", moment))
