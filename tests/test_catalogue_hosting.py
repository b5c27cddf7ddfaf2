"""The table of candidate rules for hosting and metadata names rules that are there, and each rule of the two packs."""

from __future__ import annotations

import re
from pathlib import Path

from govlint.rulebook.packs import read_rulebook

BOOK = read_rulebook()
TABLE = Path(__file__).parent.parent / "docs/decisions/061-catalogue-hosting-and-metadata.md"
ROW = re.compile(r"^\| (?!candidate|---)([^|]+) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([a-z0-9-]+/[a-z0-9-]+)`")


def test_each_candidate_has_a_rule_that_is_there_or_a_reason_why_there_is_none():
    rows = ROW.findall(TABLE.read_text("utf-8"))
    candidates = [name for name, _ in rows]

    assert len([name for name in candidates if name.startswith("meta-")]) == 33
    assert len([name for name in candidates if name.startswith("sec-")]) == 37
    assert len(candidates) == len({*candidates})
    for name, told in rows:
        rules = NAMED.findall(told)
        assert [rule for rule in rules if rule not in BOOK.rules] == [], name
        assert rules or re.match(r"none: .{40,}", told), name


def test_each_rule_of_the_two_packs_has_a_candidate():
    named = set(NAMED.findall(TABLE.read_text("utf-8")))

    assert {name for name in BOOK.rules if name.startswith(("hosting/", "metadata/"))} - named == set()
