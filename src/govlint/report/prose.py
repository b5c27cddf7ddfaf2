"""A text of headings, paragraphs and lists, as Markdown or as a page, in which what a person must fill in can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .clean import clean, link
from .markup import anchor, escaped

_MEANS = re.compile(r"([\\`*_\[\]<>|~&])")  # in Markdown
_STYLE = "body{font-family:sans-serif;line-height:1.5;max-width:45em;margin:2em auto;padding:0 1em}mark{background:#fd0;color:#0b0c0c}"


@dataclass(frozen=True, slots=True)
class Blank:
    """Something that only a person can say."""

    text: str

    def __str__(self) -> str:
        return f"[Fill in: {self.text}]"


@dataclass(frozen=True, slots=True)
class Reference:
    """A link; of an address that is none of the web only the words are shown."""

    url: str
    text: str


Piece = str | Blank | Reference


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (`kind` is h1 to h4), a paragraph (p) or an item of a list (li), with its pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def block(kind: str, *pieces: Piece) -> Block:
    """A block of these pieces."""
    return Block(kind, pieces)


def markdown(text: Iterable[Block], notes: Iterable[Block]) -> str:
    """CommonMark; the notes come after a line."""
    return "\n".join([*_lines(text), "---", "", *_lines(notes)]).rstrip() + "\n"


def page(text: Iterable[Block], notes: Iterable[Block]) -> str:
    """A page of HTML; the notes stand outside of its main part."""
    text = tuple(text)
    title = next(("".join(map(_words, one.pieces)) for one in text if one.kind == "h1"), "")
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escaped(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{_STYLE}</style>\n</head>\n<body>\n'
        f"<main>\n{_marked_up(text)}</main>\n<aside>\n{_marked_up(notes)}</aside>\n</body>\n</html>\n"
    )


def _lines(blocks: Iterable[Block]) -> Iterable[str]:
    before = ""
    for one in blocks:
        if before == "li" and one.kind != "li":
            yield ""
        said = "".join(map(_in_markdown, one.pieces))
        if one.kind == "li":
            yield f"- {said}"
        else:
            yield f"{'#' * int(one.kind[1]) + ' ' if one.kind != 'p' else ''}{said}"
            yield ""
        before = one.kind
    if before == "li":
        yield ""


def _in_markdown(piece: Piece) -> str:
    if isinstance(piece, Blank):
        return f"**{piece}**"
    if isinstance(piece, Reference):
        target = link(piece.url).replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
        return f"[{_plain(piece.text)}](<{target}>)" if target else _plain(piece.text)
    return _plain(piece)


def _plain(text: str) -> str:
    """Text of which Markdown makes nothing; blanks at its ends stay, for other pieces stand there."""
    return _blanks(text, _MEANS.sub(r"\\\1", clean(text)))


def _marked_up(blocks: Iterable[Block]) -> str:
    lines: list[str] = []
    before = ""
    for one in blocks:
        if (before == "li") != (one.kind == "li"):
            lines.append("<ul>" if one.kind == "li" else "</ul>")
        lines.append(f"<{one.kind}>{''.join(map(_in_html, one.pieces))}</{one.kind}>")
        before = one.kind
    return "\n".join([*lines, *(["</ul>"] if before == "li" else [])]) + "\n"


def _in_html(piece: Piece) -> str:
    if isinstance(piece, Blank):
        return f"<mark>{escaped(piece)}</mark>"
    return anchor(piece.url, piece.text) if isinstance(piece, Reference) else _blanks(piece, escaped(piece))


def _words(piece: Piece) -> str:
    return piece.text if isinstance(piece, Reference) else str(piece)


def _blanks(text: str, made: str) -> str:
    return (" " if text[:1].isspace() else "") + made + (" " if len(text) > 1 and text[-1:].isspace() else "")
