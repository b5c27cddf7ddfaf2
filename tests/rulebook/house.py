"""A rule of a made-up house, written into a folder for a test."""

from __future__ import annotations

from pathlib import Path

from govlint.facts import builtin_facts
from govlint.model.finding import Standard
from govlint.rulebook.cases import Case, read_cases
from govlint.rulebook.folder import read_rule
from govlint.rulebook.rule import Rule

FACTS = builtin_facts()
STANDARDS = {"house/one": Standard("house/one", "House rule one", "https://example.org/one")}
HEAD = """\
title: A page has a heading
severity: minor
standards: [house/one]
why: People look for it.
fix: Add one.
"""
SHEET = (
    HEAD
    + """\
select: body
expect:
  heading:
    find: h1
    count: 1
    else: The page has {count} headings; give it one.
"""
)
CHECKED = HEAD + "messages:\n  found: The page has {count} headings; give it one.\n  fine: The page has one.\n"
CHECK = """\
from govlint import Failed, Passed


def check(dom):
    count = len(dom.css("h1"))
    if count > 1:
        yield Failed("body", "found", count=count)
    elif count:
        yield Passed("body", "fine")
"""
CASES = """\
- name: one heading
  html: <h1>Apply</h1>
  passed: {body: as-expected}

- name: no heading
  html: <p>Apply</p>
  failed: {body: heading}
"""


def folder_of(tmp_path: Path, sheet: str = SHEET, cases: str = CASES, check: str | None = None) -> Path:
    """The folder pack/some-rule with these files in it."""
    folder = tmp_path / "pack" / "some-rule"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rule.yaml").write_text(sheet, "utf-8")
    (folder / "cases.yaml").write_text(cases, "utf-8")
    if check is not None:
        (folder / "check.py").write_text(check, "utf-8")
    return folder


def rule_of(tmp_path: Path, sheet: str = SHEET, cases: str = CASES, check: str | None = None) -> Rule:
    """The rule of that folder."""
    return read_rule(folder_of(tmp_path, sheet, cases, check), tmp_path / "pack", FACTS, STANDARDS)


def cases_of(tmp_path: Path, sheet: str = SHEET, cases: str = CASES, check: str | None = None) -> list[Case]:
    """The cases of that folder."""
    return read_cases(rule_of(tmp_path, sheet, cases, check), FACTS)
