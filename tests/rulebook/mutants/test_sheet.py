"""Each selector, bound, word and pattern of a sheet is changed on its own."""

from __future__ import annotations

import pytest

from govlint.rulebook.mutants.sheet import sheet_mutants

from ..house import HEAD, rule_of

ALL = ["“body” finds nothing", "“body” left out of “body”"]
WITHIN = "select: body\nexpect:\n  heading:\n"


def changes(tmp_path, expectation: str, before: str = WITHIN) -> list[str]:
    lines = "".join(f"    {line}\n" for line in (*expectation.split("; "), "else: This is wrong."))
    return [mutant.change for mutant in sheet_mutants(rule_of(tmp_path, HEAD + before + lines))]


@pytest.mark.parametrize(
    ("expectation", "expected"),
    [
        ("count: 1", ["count 1 → 0..1", "count 1 → 1..2"]),
        ("count: 0", ["count 0 → 0..1"]),
        ("count: 2..3", ["count 2..3 → 1..3", "count 2..3 → 3..3", "count 2..3 → 2..2", "count 2..3 → 2..4"]),
        ("count: 1..", ["count 1.. → 0..", "count 1.. → 2.."]),
        ("text: words; is: a", ["a → xx"]),
        ("text: words; in: [a, b]", ["the word “a” left out", "the word “b” left out"]),
        ("text: words; matches: a|b", ["the alternative “a” left out", "the alternative “b” left out"]),
        ("attribute: lang; is: a", ["lang → xx", "a → xx"]),
        ("find: h1; count: 1", ["“h1” finds nothing", "“h1” left out of “h1”", "count 1 → 0..1", "count 1 → 1..2"]),
        (
            "text: words; length: 1..; is: a",
            ["“length” of “heading” left out", "length 1.. → 0..", "length 1.. → 2..", "“is” of “heading” left out", "a → xx"],
        ),
    ],
)
def test_an_expectation_is_changed_part_by_part(tmp_path, expectation, expected):
    assert ALL + expected == changes(tmp_path, expectation)


def test_one_of_several_names_of_axe_core_is_left_out(tmp_path):
    sheet = HEAD + "messages: {passes: Good., violations: Bad., incomplete: Perhaps.}\naxe: [list, listitem]\n"

    assert ["“list” left out", "“listitem” left out"] == [m.change for m in sheet_mutants(rule_of(tmp_path, sheet))]


def test_a_mutant_knows_the_line_of_what_it_changed(tmp_path):
    lines = {mutant.change: mutant.line for mutant in sheet_mutants(rule_of(tmp_path))}

    assert {"“body” finds nothing": 6, "“h1” finds nothing": 9, "count 1 → 0..1": 10}.items() <= lines.items()
