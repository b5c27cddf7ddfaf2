"""Reports on their way out."""

from __future__ import annotations

import tracemalloc

import pytest

from govlint.terminal import Output, write

from .report.sample import scan


def test_a_large_report_is_not_held_in_memory(tmp_path) -> None:
    file = tmp_path / "report"
    pieces, size = 10, 1_000_000
    tracemalloc.start()

    write(Output("large", lambda _: (bytes(size) for _ in range(pieces)), file), scan(), verbose=False)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert file.stat().st_size == pieces * size
    assert peak < pieces * size / 2


def test_a_report_that_fails_half_way_leaves_the_one_before(tmp_path) -> None:
    file = tmp_path / "report"
    file.write_text("before", "utf-8")

    def broken(_):
        yield b"half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(Output("broken", broken, file), scan(), verbose=False)
    assert file.read_text("utf-8") == "before"
