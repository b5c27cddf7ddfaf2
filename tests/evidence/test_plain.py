"""What is written as plain data is read as it was, kind for kind."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.evidence.fact import Inapplicable, NotGathered
from govlint.evidence.plain import NotPlain, read, written
from govlint.facts.page import Heading, Link
from govlint.model.verdict import Place

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text() | st.integers(), inner)
    | st.builds(Heading, st.integers(), st.text(), st.builds(Place, st.text())),
)  # fmt: skip


@given(VALUES)
def test_plain_data_comes_back_as_it_was(value):
    again = read(json.loads(json.dumps(written(value))))

    assert again == value and json.dumps(written(again)) == json.dumps(written(value))


def test_values_of_facts_come_back():
    links = (Link("http://a.example/", "/", "Home", {"href": "/"}, Place("a", 1, 2, "<a>")),)

    assert read(written(links)) == links


@pytest.mark.parametrize("absent", [NotGathered("Too slow."), Inapplicable("no title")])
def test_a_fact_that_is_not_there_is_remembered_with_the_reason(absent):
    again = read(written(absent))

    assert (type(again), str(again)) == (type(absent), str(absent))


class Named(str):
    pass


@pytest.mark.parametrize("value", [object(), Named("x"), b"bytes", [{"deep": object()}], pytest.Item])
def test_anything_else_is_refused(value):
    with pytest.raises(NotPlain):
        written(value)


@pytest.mark.parametrize("name", [["os", "system"], ["govlint.model.verdict", "Failed"], ["govlint.facts.nowhere", "X"], ["subprocess", "Popen"]])
def test_only_classes_of_values_are_ever_made(name):
    with pytest.raises(NotPlain):
        read({"value": [*name, "true"]})


def test_sets_come_back():
    assert read(written((frozenset({"a", 1}), {"b"}))) == (frozenset({"a", 1}), {"b"})


def test_a_date_is_a_date():
    assert read(written(date(2026, 11, 25))) == date(2026, 11, 25)
