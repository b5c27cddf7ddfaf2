"""The page that tells what became of each candidate rule for statements and privacy names rules that are there, and leaves none out."""

import re
from pathlib import Path

from govlint.rulebook.packs import read_rulebook

BOOK = read_rulebook()
PAGE = (Path(__file__).parent.parent / "docs/decisions/066-catalogue-statement-privacy.md").read_text("utf-8")
ROWS = re.findall(r"^\| (?!candidate|check|---)(.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


def rules_in(text):
    return set(re.findall(r"`((?:statement|privacy|metadata|hosting|govuk-design)/[a-z-]+)`", text))


def test_each_rule_that_the_page_names_is_there():
    assert rules_in(PAGE) - BOOK.rules.keys() == set()


def test_each_row_names_a_rule_or_says_why_there_is_none():
    assert [row for row, said in ROWS if not rules_in(said) and not said.startswith("none: ")] == []


def test_no_candidate_and_no_check_is_left_out():
    names = [row for row, _ in ROWS]

    assert len({name for name in names if name.startswith("stmt-")}) == 34
    assert len({name for name in names if name.startswith("priv-")}) == 15
    assert [int(name.split()[0]) for name in names if name[0].isdigit()] == list(range(1, 45))


def test_each_rule_of_the_two_packs_is_named():
    rules = {rule.id for rule in BOOK.rules.values() if rule.pack in ("statement", "privacy")}

    assert rules - rules_in(PAGE) == set()
