"""What the rules said of one address, small enough to be held for every address of a large site."""

from __future__ import annotations

from array import array
from collections.abc import Collection, ItemsView, Iterator, Mapping
from typing import Any


class Outcomes(Mapping[str, str]):
    """An outcome by the id of its rule; two bytes for each. Equal to any mapping of the same."""

    __slots__ = ("_numbers", "_vocabulary")

    def __init__(self, vocabulary: Vocabulary, numbers: array[int]) -> None:
        self._vocabulary, self._numbers = vocabulary, numbers

    def __getitem__(self, rule: str) -> str:
        for number in self._vocabulary.of_rule.get(rule, ()):
            if number in self._numbers:
                return self._vocabulary.pairs[number][1]
        raise KeyError(rule)

    def __iter__(self) -> Iterator[str]:
        return (rule for rule, _ in map(self._vocabulary.pairs.__getitem__, self._numbers))

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
        return dict(map(self._vocabulary.pairs.__getitem__, self._numbers))


class Vocabulary:
    """Makes outcomes that share the words of which they are made, and are the same object where they are equal.

    `pairs` are rules with an outcome, by number, and `of_rule` the numbers of each rule. There is room for 65,536; more
    raise OverflowError.
    """

    def __init__(self) -> None:
        self.pairs: list[tuple[str, str]] = []
        self.of_rule: dict[str, list[int]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._known: dict[bytes, Outcomes] = {}

    def of(self, outcomes: Mapping[str, str]) -> Outcomes:
        """The same outcomes."""
        numbers = array("H", map(self._number, outcomes.items()))
        return self._known.setdefault(numbers.tobytes(), Outcomes(self, numbers))

    def _number(self, pair: tuple[str, str]) -> int:
        if pair not in self._numbers:
            self._numbers[pair] = len(self.pairs)
            self.of_rule.setdefault(pair[0], []).append(len(self.pairs))
            self.pairs.append(pair)
        return self._numbers[pair]


def only(outcomes: Mapping[str, str], rules: Collection[str]) -> Mapping[str, str]:
    """The outcomes of these rules."""
    if not isinstance(outcomes, Outcomes):
        return {rule: outcome for rule, outcome in outcomes.items() if rule in rules}
    vocabulary = outcomes._vocabulary
    return Outcomes(vocabulary, array("H", (number for number in outcomes._numbers if vocabulary.pairs[number][0] in rules)))
