"""The CSV report is a table that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io

import pytest

from govlint.model.finding import Scan
from govlint.model.verdict import Place
from govlint.report import as_csv

from . import sample
from .sample import HOME, finding


def table(scan: Scan) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv.report(scan).decode("utf-8"), newline="")))


def test_every_finding_is_a_row(scan: Scan) -> None:
    rows = table(scan)

    assert sorted(row["fingerprint"] for row in rows) == sorted(one.fingerprint for one in scan.findings)


def test_a_row_says_where_and_what() -> None:
    place = Place("#a", 3, 4, "<p>a, b</p>", f"{HOME}/there")
    (row,) = table(sample.scan((finding("axe/color-contrast", "Too pale.", place=place),)))

    assert (row["address"], row["judged_address"]) == (f"{HOME}/there", f"{HOME}/apply/name")
    assert (row["line"], row["column"], row["selector"], row["excerpt"]) == ("3", "4", "#a", "<p>a, b</p>")
    assert (row["title"], row["standards"]) == ("Text stands out from its background", "wcag22/1.4.3")


def test_a_scan_without_findings_has_a_heading_only() -> None:
    assert as_csv.report(sample.scan(())) == (",".join(as_csv.COLUMNS) + "\r\n").encode()


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_a_cell_that_looks_like_a_formula_is_text(text: str) -> None:
    (row,) = table(sample.scan((finding("axe/region", text),)))

    assert row["text"] == "'" + text.strip()


@pytest.mark.parametrize("text", ["a=b", "1+1", "a@b", "'=1"])
def test_a_cell_that_does_not_is_left_alone(text: str) -> None:
    assert as_csv.cell(text) == text
