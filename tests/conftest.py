"""What the tests print at their end."""

from __future__ import annotations

import pytest

# How many mutants of a rule were caught, and made.
MUTATIONS = pytest.StashKey[list[tuple[int, int]]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[MUTATIONS] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The share of all mutants of the built-in rules that their cases caught."""
    if counts := config.stash[MUTATIONS]:
        caught, made = map(sum, zip(*counts, strict=True))
        terminalreporter.write_line(f"Mutants of {len(counts)} built-in rules: {caught:,} of {made:,} caught ({caught / made:.1%})")
