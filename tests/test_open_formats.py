"""What holds for the pack of open formats: its table of formats, and what became of the candidates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govlint.evidence.vendored import shipped
from govlint.rulebook.packs import read_rulebook

ROOT = Path(__file__).parent.parent
BOOK = read_rulebook()
PACK = {rule.id for rule in BOOK.rules.values() if rule.pack == "open-formats"}
CANDIDATES = (ROOT / "docs/decisions/056-catalogue-open-formats.md").read_text("utf-8")
FORMATS = (ROOT / "docs/formats.md").read_text("utf-8")
ROW = re.compile(r"^\| ([a-z0-9-]+) \| (.+) \|$", re.MULTILINE)
RULE = re.compile(r"`((?:[a-z]+-?)+/[a-z0-9-]+)`")


def test_each_of_the_candidates_has_a_rule_or_a_reason():
    rows = [(name, said) for name, said in ROW.findall(CANDIDATES) if name != "candidate"]

    assert len({name for name, _ in rows}) == len(rows) == 62
    for name, said in rows:
        assert RULE.search(said) or len(said.removeprefix("none:").split()) > 5, name


def test_each_rule_that_the_candidates_name_is_there():
    assert set(RULE.findall(CANDIDATES)) - BOOK.rules.keys() == set()


def test_each_rule_of_the_pack_stands_in_the_table_of_formats():
    named = {f"open-formats/{name}" for name in re.findall(r"`([a-z0-9-]+)`", FORMATS)}

    assert PACK - named == set()


def test_each_rule_that_the_table_of_formats_names_is_there():
    table = "\n".join(line for line in FORMATS.splitlines() if line.startswith("|"))
    named = {f"open-formats/{name}" for name in re.findall(r"`([a-z0-9-]+)`", table)}

    assert named - PACK == set()


@pytest.mark.parametrize("line", [line for line in FORMATS.splitlines() if "(`" in line and line.startswith("|")])
def test_a_row_of_the_table_has_format_rules_library_and_standard(line):
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]

    assert len(cells) == 4
    assert all(cells)


def test_each_document_is_used_by_a_case_or_a_test():
    folder = shipped("documents")
    cases = "\n".join(path.read_text("utf-8") for path in (ROOT / "rules/open-formats").glob("*/cases.yaml"))
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py"))

    unused = [p.name for p in folder.iterdir() if p.name != "README.md" and p.name not in cases and p.name not in tests]
    assert unused == []
