"""A scan that somebody ends early, or starts twice, says so, leaves nothing behind, and goes on later."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from .loopback import Loopback, html
from .scanning import BROWSER, DRIVER, LIMIT, RENDERER, WORKER, Scanning, found, judged, settled

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")

STATIC = ("metadata/title-present", "metadata/links-work")
PAGES = 6


class Gate:
    """An answer that is held back once: `reached` is set when it is asked for, and it is given when `open` is set."""

    def __init__(self, answer: object) -> None:
        self.answer, self.reached, self.open = answer, threading.Event(), threading.Event()

    def __call__(self, handler: object) -> object:
        self.reached.set()
        assert self.open.wait(LIMIT)
        return self.answer


def page(number: int, more: str = "") -> str:
    return f'<!doctype html><html lang="en"><head></head><body><a href="/{number + 1}">On</a><img src="/{number}.png">{more}</body></html>'


@contextlib.contextmanager
def site(**held: Gate) -> Iterator[Loopback]:
    """Pages that link each to the next, and those answers that are held back."""
    answers = {f"/{number}": html(page(number)) for number in range(PAGES)}
    with Loopback(answers | {f"/{name}": gate for name, gate in held.items()}) as served:
        yield served
        for gate in held.values():
            gate.open.set()


def scanning(served: Loopback, folder: Path, rules=STATIC, *options: str) -> Scanning:
    return Scanning(folder, f"{served.url}/0", rules, options or ("--no-browser",))


def ends(scan: Scanning) -> tuple[int, str]:
    code, said = scan.end()
    settled(lambda: not scan.left(), lambda: f"left: {scan.left()}")
    assert code == -signal.SIGKILL or not list(scan.temporary.iterdir())
    return code, said


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    with site() as served:
        scan = scanning(served, tmp_path_factory.mktemp("undisturbed")).start()
        assert ends(scan)[0] == 1
        return found(scan.report(), served.url)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_once_it_ends_after_the_page_in_flight_and_reports_what_was_done(number, undisturbed, tmp_path):
    gate = Gate(html(page(3)))
    with site(**{"3": gate}) as served:
        scan = scanning(served, tmp_path).start()
        assert gate.reached.wait(LIMIT)
        scan.process.send_signal(number)
        assert "after the pages in flight" in scan.process.stderr.readline()
        gate.open.set()
        code, _ = ends(scan)
        report = scan.report()

        assert code == report["exit_code"] == 130
        assert ["/0", "/1", "/2", "/3"] == judged(report, served.url)
        assert [f"{served.url}/4"] == [v["url"] for v in report["visits"] if v["reason"] == "the scan was interrupted"]
        assert (4, 5) == (report["options"]["done"], report["options"]["addresses"])
        code, said = ends(scan.start())
        report = scan.report()

        assert "resumed, 4 of 5 done" in said
        assert (4, 7) == (report["options"]["resumed"], report["options"]["addresses"])
        assert "resumed, 4 of 7 done" in (tmp_path / "report.txt").read_text("utf-8")
        assert (1, undisturbed) == (code, found(report, served.url))
        assert 1 == sum(path == "/3" for _, path in served.asked)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_twice_it_ends_at_once_and_goes_on_later(number, undisturbed, tmp_path):
    gate = Gate(html(page(3)))
    with site(**{"3": gate}) as served:
        scan = scanning(served, tmp_path).start()
        assert gate.reached.wait(LIMIT)
        scan.process.send_signal(number)
        assert "after the pages in flight" in scan.process.stderr.readline()
        scan.process.send_signal(number)
        code, said = ends(scan)

        assert (130, True) == (code, "ended at once" in said)
        assert not (tmp_path / "report.json").exists()
        gate.open.set()
        code, said = ends(scan.start())
        assert "resumed, 3 of 4 done" in said
        assert (1, undisturbed) == (code, found(scan.report(), served.url))


def test_the_interrupt_of_a_terminal_does_not_reach_the_browser_under_the_page_in_flight(tmp_path):
    gate = Gate((200, {"Content-Type": "image/png"}, b""))
    with site(**{"1.png": gate}) as served:
        scan = scanning(served, tmp_path, ("axe/image-alt",), "--workers", "1").start()
        assert gate.reached.wait(LIMIT)
        living = {kind: scan.processes(kind) for kind in (WORKER, DRIVER, BROWSER, RENDERER)}
        assert all(living.values())
        os.killpg(scan.process.pid, signal.SIGINT)  # as a terminal does
        assert "after the pages in flight" in scan.process.stderr.readline()
        assert living == {kind: scan.processes(kind) for kind in living}
        gate.open.set()
        code, _ = ends(scan)
        report = scan.report()

        assert code == 130
        assert ["/0", "/1"] == judged(report, served.url)
        assert ["/0", "/1"] == [f["url"].removeprefix(served.url) for f in report["findings"] if f["rule"] == "axe/image-alt"]


def test_workers_and_browsers_end_when_the_parent_is_killed_in_the_middle_of_a_page(tmp_path):
    gate = Gate((200, {"Content-Type": "image/png"}, b""))
    with site(**{"0.png": gate}) as served:
        scan = scanning(served, tmp_path, ("axe/image-alt",), "--workers", "1").start()
        assert gate.reached.wait(LIMIT)
        assert scan.processes(BROWSER)
        scan.process.kill()

        assert -signal.SIGKILL == ends(scan)[0]


def test_the_next_scan_sweeps_up_what_is_left_when_parent_and_worker_are_killed_together(tmp_path):
    gate = Gate((200, {"Content-Type": "image/png"}, b""))
    with site(**{"0.png": gate}) as served:
        scan = scanning(served, tmp_path, ("axe/image-alt",), "--workers", "1").start()
        assert gate.reached.wait(LIMIT)
        workers = scan.processes(WORKER)
        for pid in (*workers, scan.process.pid):
            os.kill(pid, signal.SIGSTOP)  # so that neither sees the other end
        for pid in (*workers, scan.process.pid):
            os.kill(pid, signal.SIGKILL)
        scan.end()
        assert scan.left()
        gate.open.set()

        assert ends(scan.start())[0] == 1


def test_a_second_run_of_the_same_scan_is_told_to_wait_and_harms_nothing(undisturbed, tmp_path):
    gate = Gate(html(page(3)))
    with site(**{"3": gate}) as served:
        first, second = scanning(served, tmp_path).start(), scanning(served, tmp_path)
        assert gate.reached.wait(LIMIT)
        code, said = ends(second.start())

        assert (2, True) == (code, "Another govlint is at work on the same scan" in said)
        gate.open.set()
        assert (1, undisturbed) == (ends(first)[0], found(first.report(), served.url))


def test_a_killed_scan_of_a_folder_goes_on_though_its_port_is_another_one(tmp_path):
    folder = tmp_path / "build"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.html").write_text(page(number).replace('href="/', 'href="/gone-'), "utf-8")
    plain, killed = tmp_path / "plain", tmp_path / "killed"
    plain.mkdir()
    killed.mkdir()
    whole = Scanning(plain, str(folder), STATIC, ("--no-browser",)).start()
    assert ends(whole)[0] == 1
    scan = Scanning(killed, str(folder), STATIC, ("--no-browser", "--workers", "1")).start()
    settled(lambda: _kept(killed) > 5, lambda: "nothing was kept")
    scan.process.kill()
    ends(scan)
    kept = _kept(killed)
    assert 5 < kept < 80
    code, said = ends(scan.start())
    report = scan.report()

    assert f"resumed, {kept} of " in said
    assert (1, kept) == (code, report["options"]["resumed"])
    assert found(whole.report(), _origin(whole.report())) == found(report, _origin(report))
    assert _origin(report) in {visit["url"][: len(_origin(report))] for visit in report["visits"]}


def _origin(report: dict) -> str:
    (origin,) = report["options"]["served"]
    return origin


def _kept(folder: Path) -> int:
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(f"file:{folder / 'evidence.sqlite'}?mode=ro", uri=True)) as store:
        return store.execute("SELECT count(*) FROM snapshot").fetchone()[0]
    return 0
