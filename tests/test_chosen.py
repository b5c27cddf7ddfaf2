"""Some items of a sequence, by their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govlint.model.chosen import Chosen, ordered

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


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))))
def test_it_is_sorted_as_by_one_key_of_all(items):
    keys = (lambda item: -item[2], lambda item: item[0])

    assert sorted(items, key=lambda item: tuple(key(item) for key in keys)) == ordered(items, *keys)
    assert items == ordered(items)
