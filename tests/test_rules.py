"""Every case of every pack."""

from __future__ import annotations

import pytest

from govlint.rulebook.cases import read_cases
from govlint.rulebook.packs import read_rulebook
from govlint.rulebook.trial import run

BOOK = read_rulebook()
CASES = [
    case
    for rule in BOOK.rules.values()
    if rule.folder and (rule.folder / "cases.yaml").exists()
    for case in read_cases(rule, BOOK.facts)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule.id}: {case.name}")
def test_a_case_gives_exactly_the_verdicts_it_lists(case):
    assert [] == run(case, BOOK.facts)
