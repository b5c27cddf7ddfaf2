"""What speed is promised, and whether the figures keep it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tools.bench_record import Record

FLAT = 0.15
FLAT_ROW = "govlint-axe-2"
MOST_COMPARED = 400  # with more pages the other tools are not run
RATIOS = (
    ("CPU a page, default path, against the naive loop", "cpu", "govlint-axe", "naive", 0.6),
    ("CPU a page, fast lane, against the naive loop", "cpu", "govlint-fast", "naive", 0.4),
    ("wall on two workers, axe pack, against pa11y-ci", "wall", "govlint-axe-2", "pa11y-ci", 1 / 5),
    ("wall on two workers, axe pack in the fast lane, against pa11y-ci", "wall", "govlint-fast-2", "pa11y-ci", 1 / 5),
    ("wall on two workers, all packs, against pa11y-ci", "wall", "govlint-all-2", "pa11y-ci", 1 / 3),
    ("CPU of a repeated scan, axe pack, against the first", "cpu", "govlint-axe-again", "govlint-axe", 1 / 5),
    ("CPU of a repeated scan, all packs, against the first", "cpu", "govlint-all-again", "govlint-all", 1 / 5),
    ("wall of a repeated scan, axe pack, against the first", "wall", "govlint-axe-again", "govlint-axe", 1 / 5),
    ("wall of a repeated scan, all packs, against the first", "wall", "govlint-all-again", "govlint-all", 1 / 5),
)


@dataclass(frozen=True, slots=True)
class Check:
    """A promise: what is measured at how many pages, what it may be at most, what it is (None: not measured)."""

    what: str
    pages: int
    limit: float
    value: float | None

    @property
    def said(self) -> str:
        """Met or not, and by how much."""
        if self.value is None:
            return "not measured"
        share = abs(self.value / self.limit - 1)
        return f"met, {share:.0%} below" if self.value <= self.limit else f"**not met**, {share:.0%} above"


def checks(record: Record) -> Iterator[Check]:
    """All promises, each at every size at which it was measured, or once as not measured."""
    for what, value, row, other, limit in RATIOS:
        told = [Check(what, pages, limit, found) for pages in compared(record) if (found := _ratio(record, value, row, other, pages)) is not None]
        yield from told or [Check(what, 0, limit, None)]
    yield from _flat(record)


def compared(record: Record) -> list[int]:
    """At how many pages the tools were run side by side."""
    return sorted({one.pages for one in record.all if one.pages <= MOST_COMPARED})


def sizes(record: Record) -> list[int]:
    """At how many pages the row that shows flatness was measured."""
    return sorted({one.pages for one in record.all if one.row == FLAT_ROW and not one.problem})


def _ratio(record: Record, value: str, row: str, other: str, pages: int) -> float | None:
    above, below = record.median(row, pages, value), record.median(other, pages, value)
    return above / below if above is not None and below else None


def _flat(record: Record) -> Iterator[Check]:
    measured = sizes(record)
    for what, value in (("CPU a page", "cpu"), ("the parent's memory", "parent_memory")):
        if len(measured) < 2:
            yield Check(f"{what} from the least to the most pages", 0, 1 + FLAT, None)
            continue
        costs = {pages: (record.median(FLAT_ROW, pages, value) or 0) / (pages if value == "cpu" else 1) for pages in measured}
        for pages in measured[1:]:
            yield Check(f"{what} against that at {measured[0]} pages, either way", pages, 1 + FLAT, _either_way(costs[pages], costs[measured[0]]))


def _either_way(one: float, other: float) -> float | None:
    return max(one / other, other / one) if one and other else None
