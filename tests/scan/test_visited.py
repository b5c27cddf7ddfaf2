"""Visits in a file are the same visits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govlint.model.finding import Visit
from govlint.scan.visited import Visited

TEXT = st.text(st.characters(exclude_categories=()))
VISITS = st.builds(
    Visit, TEXT, TEXT, st.none() | st.integers(100, 599), TEXT, TEXT, TEXT, st.none() | TEXT, st.floats(0, 9), TEXT,
    st.dictionaries(TEXT, TEXT, max_size=2), TEXT, st.dictionaries(TEXT, TEXT, max_size=2), TEXT, st.tuples(TEXT), TEXT,
)  # fmt: skip


@given(st.lists(VISITS, max_size=4))
def test_what_comes_back_is_what_was_given(visits):
    assert visits == list(Visited(iter(visits)))


def test_outcomes_that_two_visits_share_are_shared_still():
    said = {"a/b": "passed"}
    one, two = Visited([Visit("/a", outcomes=said), Visit("/b", outcomes=said)])

    assert one.outcomes is two.outcomes is said
