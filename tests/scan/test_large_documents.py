"""A large linked document is judged and not kept; a small one is kept, so that a scan that goes on need not fetch it."""

from __future__ import annotations

import sqlite3

import pytest

from govlint.scan.asked import Asked
from govlint.scan.run import run
from govlint.scan.visit import MOST_KEPT

from ..loopback import Loopback, html

ROW = b"1,2026-01-01\n"


@pytest.fixture(scope="module")
def scanned(tmp_path_factory):
    store = tmp_path_factory.mktemp("large") / "evidence.sqlite"
    table = {"Content-Type": "text/csv"}
    answers = {
        "/": html("<!doctype html><title>Files</title><a href=/large.csv>large</a> <a href=/small.csv>small</a>"),
        "/large.csv": (200, table, b"id,day\n" + ROW * (MOST_KEPT // len(ROW) + 1)),
        "/small.csv": (200, table, b"id,day\n" + ROW),
    }
    with Loopback(answers) as site:
        scan = run(Asked((site.url,), rules=("open-formats",), browser=False, workers=1, store=store))
    with sqlite3.connect(store) as database:
        kept = [url.removeprefix(site.url) for (url,) in database.execute("SELECT url FROM snapshot")]
    return {visit.url.removeprefix(site.url): visit for visit in scan.visits}, kept


def test_both_are_judged_alike(scanned):
    visits, _ = scanned
    assert visits["/large.csv"].outcomes == visits["/small.csv"].outcomes
    assert visits["/large.csv"].outcomes["open-formats/csv-utf8"] == "passed"


def test_only_the_small_one_is_kept(scanned):
    _, kept = scanned
    assert "/small.csv" in kept
    assert "/large.csv" not in kept
