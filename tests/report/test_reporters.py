"""Reporters are found by a walk, and other packages can bring theirs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest

from govlint.model.finding import Scan
from govlint.report import reporters, schema


def offer(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """An installed package that brings a reporter of that name."""
    information = folder / "shout-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: shout\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(f"[govlint.reports]\n{name} = shout:report\n")
    (folder / "shout.py").write_text("def report(scan):\n    return scan.verdict.upper().encode()\n")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "shout", raising=False)


def whole(told: bytes | Iterable[bytes]) -> bytes:
    """A report that comes in pieces, put together."""
    return told if isinstance(told, bytes) else b"".join(told)


def test_every_format_of_the_manual_is_there() -> None:
    assert set(reporters()) >= {"text", "json", "sarif", "html", "markdown", "junit", "earl", "csv"}


@pytest.mark.parametrize("name", sorted(reporters()))
def test_a_reporter_makes_bytes_of_a_scan_and_the_same_again(name: str, scan: Scan) -> None:
    reporter = reporters()[name]

    made = whole(reporter(scan))

    assert made and made == whole(reporter(scan))
    assert made == import_module(f"govlint.report.as_{name}").report(scan)


def test_a_package_can_bring_a_reporter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scan: Scan) -> None:
    offer(tmp_path, monkeypatch, "shout")

    assert reporters()["shout"](scan) == scan.verdict.upper().encode()


def test_a_package_cannot_take_the_place_of_a_reporter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(tmp_path, monkeypatch, "json")

    with pytest.raises(ValueError, match="'json' of shout:report is taken already"):
        reporters()


def test_the_schema_is_there_to_be_printed() -> None:
    assert schema().startswith(b"{")
