"""The shape of a table. (What rules make of it stands in their cases.)"""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govlint.facts.csv_cells import is_formula, looks_like_data
from govlint.facts.csv_table import MOST_CELLS, MOST_NOTED, MOST_ROWS, read_table


def test_rows_are_counted_as_people_see_them_in_the_file():
    table = read_table(b"Hives\n\ntown,hives,year\nYork,3,2024\nHull,4\n\nNote: counted\n")

    assert (table.title_rows, table.header_row, table.header) == (2, 3, ("town", "hives", "year"))
    assert (table.ragged, table.note_rows) == (((5, 2),), (7,))


@pytest.mark.parametrize(("line", "delimiter"), [
    (b"a,b,c\n1,2,3\n", ","), (b"a;b;c\n1,5;2;3\n2,5;3;4\n", ";"), (b"a\tb\n1\t2\n", "\t"), (b"a|b\n1|2\n", "|"), (b"a\nb\n", ","),
    (b'"a;b",c\n"d;e",f\n', ","),
])  # fmt: skip
def test_the_separator_is_the_one_that_divides_the_rows_evenly(line, delimiter):
    assert read_table(line).delimiter == delimiter


def test_a_table_of_millions_of_rows_is_read_in_part():
    table = read_table(b"a,b\n" + b"1,2\n" * (MOST_ROWS + 10))

    assert (table.rows, table.whole, table.ragged_count) == (MOST_ROWS, False, 0)


def test_a_table_of_very_wide_rows_is_read_in_part():
    row = b",".join([b"1"] * 1_000) + b"\n"
    table = read_table(row * (MOST_CELLS // 1_000 + 10))

    assert (table.rows, table.whole) == (MOST_CELLS // 1_000, False)


def test_a_mark_that_is_never_closed_does_not_swallow_the_memory():
    table = read_table(b'a,b\n1,"' + b"x" * 3_000_000)

    assert (table.fault, table.fault_row, table.rows) == ("a quotation mark is not closed", 2, 1)


def test_only_so_many_formulas_are_noted():
    assert len(read_table(b"a,b\n" + b"=A1,=B1\n" * 100).formulas) == MOST_NOTED


def test_the_first_line_that_is_not_utf_8_is_named():
    assert read_table("a,b\n1,2\n£,3\n".encode("cp1252")).bad_line == 3


@pytest.mark.parametrize("cell", ["=A1", "=SUM(A1:B2)", "@IMPORT(x)", "+B2+C2", "-cmd(1)", "=-A1", "\t=A1", "= A1"])
def test_what_a_spreadsheet_would_run_is_a_formula(cell):
    assert is_formula(cell)


@pytest.mark.parametrize("cell", ["-5", "+44 20 7946 0000", "-", "--", "=", "@", "- none", "-1.5e3", "=5", "a=B1", "@ 5pm"])
def test_signed_numbers_and_words_are_no_formulas(cell):
    assert not is_formula(cell)


@pytest.mark.parametrize(("cell", "data"), [
    ("1500", True), ("1,500.25", True), ("03/04/2025", True), ("2025-04-03", True), ("2024", False), ("12", False),
    ("hives 2024", False), ("2023-24", False), ("", False), ("999", True),
])  # fmt: skip
def test_years_and_small_numbers_name_columns_and_larger_ones_do_not(cell, data):
    assert looks_like_data(cell) is data


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_make_the_reader_raise(body):
    read_table(body)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.text("ab\",\n;é", max_size=5), min_size=2, max_size=2), min_size=1, max_size=6))
def test_a_table_that_a_csv_writer_wrote_is_even(rows):
    out = io.StringIO()
    csv.writer(out).writerows([["name", "place"], *rows])
    table = read_table(out.getvalue().encode())

    assert not table.fault
    if table.delimiter == ",":
        assert table.ragged_count == 0
