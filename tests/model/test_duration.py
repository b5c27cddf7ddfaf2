"""A length of time is a whole number and a unit."""

import pytest

from govlint.model.duration import BadDuration, seconds


@pytest.mark.parametrize(("text", "length"), [("90s", 90), ("30m", 1800), ("2h", 7200), ("7d", 604800), (" 1 w ", 604800)])
def test_a_number_and_a_unit_are_a_length_of_time(text, length):
    assert seconds(text) == length


@pytest.mark.parametrize("text", ["", "2", "h", "2 hours", "-2h", "0h", "1.5h", "²h", "2H2", "9999999d"])
def test_anything_else_is_refused_with_what_to_write(text):
    with pytest.raises(BadDuration, match="30m, 2h or 7d"):
        seconds(text)
