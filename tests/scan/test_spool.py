"""Findings in a file are the same findings."""

from __future__ import annotations

import gc
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.model.chosen import Chosen
from govlint.model.finding import Finding
from govlint.model.verdict import Place
from govlint.scan import shelf as module
from govlint.scan.shelf import ShelfError
from govlint.scan.spool import Spool

TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too: pages have them
PLACES = st.builds(Place, TEXT, st.none() | st.integers(1), st.none() | st.integers(1), TEXT, st.none() | TEXT)
FINDINGS = st.builds(Finding, TEXT, TEXT, TEXT, TEXT, PLACES, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, st.tuples(st.integers()) | st.just(()))


def finding(text="Mend it."):
    return Finding("a/b", "failed", "serious", "http://a.example/", Place("#a", 1), "key", text)


@given(st.lists(st.lists(FINDINGS, max_size=3), max_size=3))
def test_what_comes_back_is_what_was_kept(pages):
    spool = Spool()
    kept = [spool.keep(page) for page in pages]

    assert pages == [list(findings) for findings in kept]
    assert [finding for page in pages for finding in page] == list(spool)


@pytest.mark.parametrize("room", [0, 10, 1_000_000])
def test_it_is_the_same_whether_it_lies_in_memory_or_in_a_file(monkeypatch, room):
    monkeypatch.setattr(module, "MOST_BYTES", room or 1)
    spool = Spool()
    first = spool.keep(map(finding, "ab"))
    both = spool.keep(finding(found.text * 2) for found in first)  # it is read while it is written

    assert ["a", "b", "aa", "bb"] == [found.text for found in spool]
    assert (finding("b"), finding("bb")) == (first[-1], both[1])
    assert (finding("aa"), finding("bb")) == both
    assert [finding("b"), finding("aa")] == spool[1:3]


def test_places_that_are_not_there_are_refused():
    with pytest.raises(IndexError):
        Spool().keep([finding()])[1]


def test_the_file_is_gone_with_what_points_to_it(monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", 1)
    spool = Spool()
    kept, file = spool.keep([finding()]), spool._shelf._file
    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        del spool
        gc.collect()
        assert [finding()] == kept
        assert not file.closed
        del kept
        gc.collect()
    assert file.closed
    assert isinstance(Spool().keep([]), Chosen)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_told():
    spool = Spool()
    with open("/dev/full", "r+b", buffering=0) as full:
        spool._shelf._file = full
        with pytest.raises(ShelfError, match="No space left on device.*TMPDIR"):
            spool.keep([finding()])
    assert len(spool) == 0
