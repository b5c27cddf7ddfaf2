"""What the rules said of one address, small enough to be held for every address of a large site."""

from __future__ import annotations

from array import array
from collections.abc import Collection, ItemsView, Iterator, Mapping
from typing import Any


class Outcomes(Mapping[str, str]):
    """An outcome by the id of its rule; two bytes for each. Equal to any mapping of the same."""

    __slots__ = ("_numbers", "_pairs")

    def __init__(self, pairs: list[tuple[str, str]], numbers: array[int]) -> None:
        self._pairs, self._numbers = pairs, numbers

    def __getitem__(self, rule: str) -> str:
        return self._plain()[rule]

    def __iter__(self) -> Iterator[str]:
        return (self._pairs[number][0] for number in self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def items(self) -> ItemsView[str, str]:
        """Rules with their outcomes, in the order of judging."""
        return self._plain().items()

    def __deepcopy__(self, memo: dict[int, Any]) -> Outcomes:
        return self

    def __repr__(self) -> str:
        return repr(self._plain())

    def _plain(self) -> dict[str, str]:
        return dict(self._pairs[number] for number in self._numbers)


class Vocabulary:
    """Makes outcomes that share the words of which they are made, and are the same object where they are equal.

    There is room for 65,536 pairs of a rule and an outcome; more raise OverflowError.
    """

    def __init__(self) -> None:
        self._pairs: list[tuple[str, str]] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._known: dict[bytes, Outcomes] = {}

    def of(self, outcomes: Mapping[str, str]) -> Outcomes:
        """The same outcomes."""
        numbers = array("H", map(self._number, outcomes.items()))
        return self._known.setdefault(numbers.tobytes(), Outcomes(self._pairs, numbers))

    def _number(self, pair: tuple[str, str]) -> int:
        if pair not in self._numbers:
            self._numbers[pair] = len(self._pairs)
            self._pairs.append(pair)
        return self._numbers[pair]


def only(outcomes: Mapping[str, str], rules: Collection[str]) -> Mapping[str, str]:
    """The outcomes of these rules."""
    if not isinstance(outcomes, Outcomes):
        return {rule: outcome for rule, outcome in outcomes.items() if rule in rules}
    numbers = (number for number in outcomes._numbers if outcomes._pairs[number][0] in rules)
    return Outcomes(outcomes._pairs, array("H", numbers))
