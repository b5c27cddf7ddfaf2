"""Some items of a sequence, by their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govlint.model.chosen import Chosen, matching, ordered

WORDS = ("c", "a", "b", "a")


def test_it_is_a_sequence_of_the_items_at_its_places():
    chosen = Chosen(WORDS, (2, 0, 3))

    assert (3, "b", "a", ["b", "c", "a"]) == (len(chosen), chosen[0], chosen[-1], list(chosen))
    assert chosen == ("b", "c", "a")
    assert ("b", "c", "a") == chosen
    assert chosen[1:] == ["c", "a"]
    assert chosen != ("b", "c")
    assert chosen != ("b", "c", "b")
    assert Chosen(("bca",), (0,)) != "bca"


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3))))
def test_it_is_sorted_by_the_key_and_else_stays_as_it_was(items):
    assert ordered(items, lambda item: -item[1]) == sorted(items, key=lambda item: -item[1])


def test_more_than_one_run_is_sorted_as_one():
    items = [(number * 7919 % 101, number) for number in range(10_000)]

    assert ordered(items, lambda item: item[0]) == sorted(items, key=lambda item: item[0])


def test_those_that_match_keep_their_order():
    assert matching(WORDS, lambda word: word != "a") == ["c", "b"]
