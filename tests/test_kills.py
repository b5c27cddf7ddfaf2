"""A scan is killed at any moment, goes on, and finds what an undisturbed one finds: nothing lost, nothing twice."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .loopback import Loopback, html
from .scanning import BROWSER, DRIVER, LIMIT, PARENT, RENDERER, WORKER, Scanning, found, judged, settled

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")

PAGES = 12
SEED = int(os.environ.get("GOVLINT_SEED", "20261125"))
MOMENTS = 50
RULES = (
    "axe/image-alt", "axe/label", "axe/color-contrast", "keyboard/*",  # need a browser
    "metadata/title-present", "open-formats/csv-*",  # do not
    "metadata/unique-titles", "metadata/links-work",  # look at all pages together
)  # fmt: skip
KINDS = (PARENT, WORKER, DRIVER, BROWSER)


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


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The loopback site, what an undisturbed scan of it reports, and how many requests it made."""
    with site() as served:
        scan = Scanning(tmp_path_factory.mktemp("undisturbed"), served.url + "/", RULES)
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
            if living := scan.processes(self.kind):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(living[int(self.which * len(living))], signal.SIGKILL)
                return True
            assert time.monotonic() < limit, f"{self}: there is no such process"
            time.sleep(0.005)
        return False


def disturbed(undisturbed, folder: Path, moment: Moment) -> str:
    """Kill, go on if need be, and compare; says what happened."""
    served, report, requests = undisturbed
    folder.mkdir()
    scan = Scanning(folder, served.url + "/", RULES).start()
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


def test_a_page_that_kills_its_renderer_twice_is_untested_with_the_reason_and_the_scan_goes_on(tmp_path):
    def deadly(handler):
        for pid in scan.processes(RENDERER):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return 200, {"Content-Type": "text/javascript"}, ""

    pages = {"/": '<a href="/bad">Bad</a>', "/bad": '<script src="/deadly.js"></script><a href="/next">Next</a>', "/next": "<p>Last</p>"}
    answers = {path: html(f'<!doctype html><html lang="en"><title>A</title><body><img src="/a.png">{body}') for path, body in pages.items()}
    with Loopback(answers | {"/deadly.js": deadly}) as served:
        scan = Scanning(tmp_path, served.url + "/", ("axe/image-alt",), ("--workers", "1"))
        code, said = scan.start().end()
        report = scan.report()

        assert code == 3, said
        assert ["/", "/next"] == [f["url"].removeprefix(served.url) for f in report["findings"] if f["rule"] == "axe/image-alt"]
        (untested,) = [f for f in report["findings"] if f["outcome"] == "untested"]
        assert (f"{served.url}/bad", True) == (untested["url"], "The browser crashed 2 times on this page." in untested["text"])
        assert 2 == sum(path == "/deadly.js" for _, path in served.asked)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(MOMENTS))
def test_a_scan_that_is_killed_at_any_of_fifty_moments_finds_the_same(number, undisturbed, tmp_path):
    moment = list(moments(MOMENTS, SEED))[number]
    print(f"GOVLINT_SEED={SEED}:", disturbed(undisturbed, tmp_path / "scan", moment))
