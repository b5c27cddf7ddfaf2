"""How text is written to a terminal: colours, width, headings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from . import tally
from .clean import clean

_COLOURS = {
    "critical": "1;31",
    "serious": "31",
    "moderate": "33",
    "minor": "36",
    "heading": "1",
    "quiet": "2",
    "good": "1;32",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How to write: colours or none, the width in columns, everything or the first few.

    `home` is the origin that is left out of addresses, `others` are the addresses that are not pages.
    """

    colour: bool
    width: int
    verbose: bool
    home: str
    others: frozenset[str] = frozenset()

    def paint(self, text: str, name: str) -> str:
        """The text in the colour of that name, where colours are wanted."""
        code = _COLOURS.get(name)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code else text

    def wrap(self, text: str, indent: str = "", after: str | None = None, paint: str = "") -> Iterator[str]:
        """The text, made safe, in lines of the width."""
        wrapped = textwrap.wrap(
            clean(text),
            self.width,
            initial_indent=indent,
            subsequent_indent=indent if after is None else after,
            break_on_hyphens=False,
        )
        yield from (self.paint(line, paint) for line in wrapped)

    def lines(self, text: str, indent: str) -> Iterator[str]:
        """Each line of the text, made safe, with its own indent kept; what is too wide goes on further in."""
        for line in text.split("\n"):
            own = indent + " " * (len(line) - len(line.lstrip(" ")))
            yield from self.wrap(line, own, own + "    ")

    def heading(self, text: str) -> Iterator[str]:
        """The heading of a section, underlined."""
        yield ""
        yield from self.wrap(text, paint="heading")
        yield "-" * min(len(clean(text)), self.width)

    def left(self, number: int, noun: str) -> Iterator[str]:
        """How many are not shown, where some are not."""
        if number > 0 and not self.verbose:
            yield self.paint(f"  and {tally.plural(number, 'more ' + noun)}: --verbose lists them", "quiet")
