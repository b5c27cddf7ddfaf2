"""A slip in a rule is noticed by some case of it: at least nine of ten mutants of every built-in rule are caught."""

from __future__ import annotations

import pytest

from govlint.rulebook.chosen import has_cases
from govlint.rulebook.mutants.mutation import mutate
from govlint.rulebook.packs import read_rulebook
from tests.conftest import MUTATIONS

ENOUGH = 90
BOOK = read_rulebook()
RULES = [rule for rule in BOOK.rules.values() if has_cases(rule)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_at_least_nine_of_ten_mutants_of_a_rule_are_caught(rule, record_property):
    mutation = mutate(rule, BOOK.facts)
    record_property(MUTATIONS, (mutation.caught, mutation.made))

    shown = "\n".join(f"{survivor.path}:{survivor.line}: {survivor.change}" for survivor in mutation.survivors)
    assert mutation.is_enough(ENOUGH), f"{mutation.caught} of {mutation.made} caught; no case notices these:\n{mutation.fault or shown}"
