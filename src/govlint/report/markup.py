"""Pieces of HTML in which everything that is put in is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from ..model.finding import Finding, Standard
from .clean import clean, clip, link, short
from .grouping import address

_EXCERPT = 400  # characters of an excerpt or selector that are shown


def escaped(text: object) -> str:
    """Text that can stand between tags and inside quoted attributes."""
    return html.escape(clean(text), quote=True)


def code(text: object) -> str:
    """Text in a code element, shortened; nothing for an empty text."""
    said = clip(clean(text), _EXCERPT)
    return f"<code>{html.escape(said)}</code>" if said else ""


def block(text: str) -> str:
    """Text of several lines in a code element; lines and indents stay."""
    return "<code>" + "\n".join(_indent(line) + html.escape(clean(line)) for line in text.split("\n")) + "</code>"


def anchor(url: str, text: str) -> str:
    """A link where the address is http or https, the text alone otherwise."""
    target = link(url)
    said = escaped(text) or escaped(url)
    return f'<a href="{html.escape(target)}" rel="noreferrer">{said}</a>' if target else said


def standards(asked: tuple[Standard, ...]) -> str:
    """The standards of a rule as a list of links; nothing where there are none."""
    if not asked:
        return ""
    items = "".join(
        f"<li>{anchor(one.url, one.title)} <code>{escaped(one.id)}</code>{escaped(publisher(one))}</li>" for one in asked
    )
    return f"<ul>{items}</ul>"


def publisher(standard: Standard) -> str:
    """A comma and the publisher, where it is known."""
    return f", {standard.publisher}" if standard.publisher else ""


def terms(pairs: Iterable[tuple[str, str]]) -> str:
    """A description list of words and ready-made HTML; pairs without HTML are left out."""
    rows = "".join(f"<div><dt>{escaped(word)}</dt><dd>{content}</dd></div>" for word, content in pairs if content)
    return f"<dl>{rows}</dl>" if rows else ""


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[str] = ()) -> str:
    """A table of ready-made HTML; the first cell of a row is its header. `numbers` names columns of numbers.

    It stands in a box that scrolls by itself, so that the page never scrolls sideways on a small screen.
    """
    head = "".join(f'<th scope="col"{_class(word in numbers)}>{escaped(word)}</th>' for word in heads)
    body = "".join(_row(cells, heads, numbers) for cells in rows)
    wide = ' class="wide"' if len(heads) - len(numbers) > 2 else ""
    return (
        f'<div class="scroll" role="group" tabindex="0" aria-label="Table: {escaped(caption)}">'
        f"<table{wide}><caption>{escaped(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def where(finding: Finding, home: str) -> str:
    """The address of a finding as a link, and from where it was looked if that is not the usual."""
    url = address(finding)
    vantage = f" <span>({escaped(finding.vantage)})</span>" if finding.vantage != "desktop" else ""
    return anchor(url, short(url, home)) + vantage


def line(finding: Finding) -> str:
    """Line and column, as 12:3."""
    place = finding.place
    if place.line is None:
        return ""
    return f"{place.line}:{place.column}" if place.column else str(place.line)


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


def _row(cells: Sequence[str], heads: Sequence[str], numbers: Sequence[str]) -> str:
    first, *others = cells
    rest = "".join(f"<td{_class(word in numbers)}>{cell}</td>" for word, cell in zip(heads[1:], others, strict=True))
    return f'<tr><th scope="row">{first}</th>{rest}</tr>'


def _class(number: bool) -> str:
    return ' class="number"' if number else ""
