"""Documents that harm their readers: each is judged, or given up within its limits with a finding that says why, and no other is lost.

The limits are the usual ones. Time and memory are measured over the whole tree of processes of `govlint check`, beside those of
the same scan with a good document; the bounds of the tests are wider than the limits, for a busy machine.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from govlint.capture.processes import descendants

from . import bombs
from .loopback import Loopback, drip, html
from .scanning import Scanning

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the memory of process trees is read from /proc")

GOOD = (Path(__file__).parents[1] / "fixtures" / "documents" / "good.pdf").read_bytes()
MEMORY = 200_000_000  # bytes of extra memory that all processes together may take
SECONDS = 10.0  # for one document, as the limits have it
BUSY = 20.0  # seconds more that a busy machine may take for it


def typed(media_type, body):
    return 200, {"Content-Type": media_type}, body


def slow_headers(handler):
    """A status line, and then headers of one byte a second."""
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    drip(1.0, b"x")(handler)


def csv_of(count):
    return bombs.streamed(lambda: bombs.rows(count), {"Content-Type": "text/csv; charset=utf-8"})


# Name of the document, its answer, and what a finding says of it: (rule, a part of its text); None where it is only judged.
CASES = {
    "bomb.xml": (typed("application/xml", bombs.xml()), ("open-formats/xml-wellformed", "entities")),
    "bomb.svg": (typed("image/svg+xml", bombs.svg()), ("open-formats/xml-wellformed", "entities")),
    "bomb.odt": (typed(bombs.ODF, bombs.odt()), ("open-formats/package-opens", "entities")),
    "bomb.docx": (typed(bombs.DOCX, bombs.docx()), ("open-formats/package-opens", "entities")),
    "ratio.zip": (typed("application/zip", bombs.zip_bomb()), ("engine/not-gathered", "over 200 times its size")),
    "ratio.odt": (typed(bombs.ODF, bombs.odt_bomb()), ("engine/not-gathered", "says to be 200,000,000 bytes")),
    "loop.pdf": (typed("application/pdf", bombs.page_loop()), ("open-formats/pdf-opens", "")),
    "stream.pdf": (typed("application/pdf", bombs.huge_stream()), ("engine/not-gathered", "unpacks to more than 64,000,000 bytes")),
    "said.pdf": ((200, {"Content-Type": "application/pdf", "Content-Length": "2000000000"}, b"%PDF-1.7\n"), ("engine/not-gathered", "it says to be 2,000,000,000 bytes")),
    "packed.csv": ((200, {"Content-Type": "text/csv", "Content-Encoding": "gzip"}, bombs.gzipped(300)), ("engine/not-gathered", "above the limit of 200 to 1")),
}
SLOW = {
    "huge.pdf": (bombs.streamed(lambda: bombs.zeros(2_000_000_000), {"Content-Type": "application/pdf"}), ("engine/not-gathered", "cut at 50,000,000 bytes")),
    "rows.csv": (csv_of(4_900_000), None),
    "million.csv": (csv_of(5_000_000), ("engine/not-gathered", "cut at 50,000,000 bytes")),
    "drip.pdf": ((200, {"Content-Type": "application/pdf"}, drip(1.0)), ("engine/not-gathered", "slower than 10,000 bytes a second")),
    "headers.pdf": (slow_headers, ("engine/time-out", "within 8 seconds")),
}  # fmt: skip


class Watch:
    """The largest memory that a tree of processes held at once, looked at often while the `with` lasts."""

    def __init__(self, pid):
        self.pid, self.peak = pid, 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def _look(self):
        while not self._over.wait(0.05):
            self.peak = max(self.peak, sum(map(own_memory, (self.pid, *descendants(self.pid)))))

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join(10)


def own_memory(pid):
    """The bytes that a process holds for itself and would not give back: files of the system that are mapped are left out."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(("RssAnon:", "RssShmem:")))


class Scanned:
    """One scan of a page that links to these documents and to a good one."""

    def __init__(self, folder, answers):
        links = "".join(f'<a href="/{name}">the file {name}</a> ' for name in (*answers, "good.pdf"))
        page = html(f"<!doctype html><html lang=en><title>Files</title><h1>Files</h1>{links}")
        with Loopback({"/": page, "/good.pdf": typed("application/pdf", GOOD), **{f"/{name}": answer for name, answer in answers.items()}}) as site:
            folder.mkdir(exist_ok=True)
            options = ("--no-browser", "--workers", "1", "--no-memory")
            began = time.monotonic()
            scanning = Scanning(folder, site.url, ("open-formats",), options).start()
            with Watch(scanning.process.pid) as watch:
                self.code, self.said = scanning.end()
            self.seconds, self.peak = time.monotonic() - began, watch.peak
            self.report, origin = scanning.report(), site.url
        self.left = scanning.left()
        self.visits = {visit["url"].removeprefix(origin): visit for visit in self.report["visits"]}
        self.findings = [(f["url"].removeprefix(f"{origin}/"), f["rule"], f["text"]) for f in self.report["findings"]]

    def of(self, name):
        return [(rule, text) for path, rule, text in self.findings if path == name]


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """The scan of a good document alone: what a scan takes anyway."""
    return Scanned(tmp_path_factory.mktemp("usual"), {"other.pdf": typed("application/pdf", GOOD)})


@pytest.fixture(scope="module")
def quick(tmp_path_factory):
    return Scanned(tmp_path_factory.mktemp("quick"), {name: answer for name, (answer, _) in CASES.items()})


def holds(scanned, name, said):
    """What is said of a document is said, and the good one beside it was judged as ever."""
    assert "rule-crashed" not in str(scanned.findings)
    if said is not None:
        rule, words = said
        assert [text for found, text in scanned.of(name) if found == rule and words in text], scanned.of(name)
    outcomes = scanned.visits[f"/{name}"]["outcomes"] if scanned.visits[f"/{name}"]["outcome"] == "judged" else None
    if outcomes is not None and said is None:
        assert set(outcomes.values()) & {"passed", "failed"}, outcomes  # it was judged
        assert "untested" not in outcomes.values()
    assert scanned.visits["/good.pdf"]["outcomes"]["open-formats/pdf-tagged"] == "passed"
    assert scanned.left == []


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_document_is_judged_or_given_up_with_the_reason(quick, name):
    holds(quick, name, CASES[name][1])


def test_all_that_is_small_on_the_wire_takes_little_time_and_memory_together(quick, usual):
    assert quick.seconds < usual.seconds + SECONDS + BUSY
    assert quick.peak < usual.peak + MEMORY


@pytest.mark.slow
@pytest.mark.parametrize("name", [*CASES, *SLOW])
def test_each_hostile_document_ends_within_ten_seconds_and_200_megabytes(tmp_path, usual, name):
    answer, said = {**CASES, **SLOW}[name]
    scanned = Scanned(tmp_path, {name: answer})
    seconds, memory = scanned.seconds - usual.seconds, scanned.peak - usual.peak
    print(f"\n{name}: fetched in {scanned.visits[f'/{name}']['seconds']:.1f} s, {max(seconds, 0):.1f} s and {max(memory, 0) / 1e6:.0f} MB more than a good document; {scanned.of(name)}")
    holds(scanned, name, said)
    assert scanned.visits[f"/{name}"]["seconds"] < SECONDS + BUSY
    assert seconds < SECONDS + BUSY
    assert memory < MEMORY


def test_the_tests_see_memory_that_a_process_takes(tmp_path):
    with Watch(os.getpid()) as watch:
        before = watch.peak
        held = bytearray(100_000_000)
        deadline = time.monotonic() + 20
        while watch.peak < before + 90_000_000 and time.monotonic() < deadline:
            pass
    assert len(held) == 100_000_000
    assert watch.peak > 90_000_000
