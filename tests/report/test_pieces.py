"""JSON that is written in pieces is the JSON that would be written at once."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.report.pieces import written

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4),
    max_leaves=12,
)


def flowing(value: object) -> object:
    """The value with an iterator for each list that can be reached by mappings and lists."""
    if isinstance(value, dict):
        return {name: flowing(inner) for name, inner in value.items()}
    return iter([flowing(inner) for inner in value]) if isinstance(value, list) else value


@given(VALUES)
def test_pieces_are_what_is_written_at_once(value: object) -> None:
    assert b"".join(written(flowing(value))).decode("ascii") == json.dumps(value, indent=1) + "\n"
    assert b"".join(written(flowing(value), indent=None)).decode("ascii") == json.dumps(value, separators=(",", ":")) + "\n"


@pytest.mark.parametrize("indent", [1, 2, None])
def test_items_are_made_when_they_are_written(indent: int | None) -> None:
    made: list[int] = []

    def items() -> Iterator[dict[str, int]]:
        for number in range(3):
            made.append(number)
            yield {"number": number}

    pieces = written({"first": 1, "items": items()}, indent=indent)

    told = b""
    while b'"number"' not in told:
        told += next(pieces)
    assert made == [0]
    assert json.loads(told + b"".join(pieces)) == {"first": 1, "items": [{"number": number} for number in range(3)]}


def test_what_utf_8_cannot_say_is_replaced_in_names_and_texts() -> None:
    assert json.loads(b"".join(written({"\ud800": iter(["\udfff"])}))) == {"�": ["�"]}
