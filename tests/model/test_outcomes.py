"""Outcomes of rules, by number."""

from __future__ import annotations

from copy import deepcopy

from govlint.model.outcomes import Vocabulary, only

ONE = {"axe/region": "failed", "axe/label": "passed"}


def test_they_read_as_the_mapping_they_were_made_of() -> None:
    outcomes = Vocabulary().of(ONE)

    assert outcomes == ONE
    assert ONE == outcomes
    assert list(outcomes.items()) == list(ONE.items())
    assert (list(outcomes), len(outcomes), outcomes["axe/label"]) == (list(ONE), 2, "passed")
    assert outcomes.get("axe/other") is None
    assert "axe/other" not in outcomes
    assert dict(outcomes) == ONE
    assert outcomes != {**ONE, "axe/label": "failed"}


def test_equal_ones_are_one_object_and_others_are_not() -> None:
    vocabulary = Vocabulary()

    assert vocabulary.of(ONE) is vocabulary.of(dict(ONE))
    assert vocabulary.of(ONE) is not vocabulary.of({"axe/region": "passed"})
    assert deepcopy(vocabulary.of(ONE)) is vocabulary.of(ONE)


def test_a_word_of_another_address_is_not_taken_for_ones_own() -> None:
    vocabulary = Vocabulary()
    other = vocabulary.of({"axe/region": "passed", "axe/image-alt": "failed"})
    outcomes = vocabulary.of(ONE)

    assert (other["axe/region"], outcomes["axe/region"], outcomes.get("axe/image-alt")) == ("passed", "failed", None)


def test_those_of_some_rules_are_taken_out_of_either_kind() -> None:
    for outcomes in (ONE, Vocabulary().of(ONE)):
        assert only(outcomes, {"axe/label"}) == {"axe/label": "passed"}
