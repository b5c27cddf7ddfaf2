"""The file `_headers` of static hosts: which headers a site sends with which paths.

A line that begins with `/` names paths, `*` being any text and `:name` one step of the
path; the indented lines below it are headers as `Name: value`. All that fit a path are
sent, in their order; `! Name` takes back what stands above. `#` begins a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

NAME = "_headers"
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_PATTERN = re.compile(r"(\*|:[A-Za-z]\w*)")
# A wrong length or a second one breaks the answer, so that nothing could be judged.
_NOT_THEIRS = frozenset({"connection", "content-length", "date", "location", "transfer-encoding"})


class BadHeaders(ValueError):
    """The file cannot be read as headers; the text says which line and what to write."""


@dataclass(frozen=True, slots=True)
class Section:
    """One path pattern and its lines: (name, value), the value None where a name is taken back."""

    pattern: re.Pattern[str]
    lines: tuple[tuple[str, str | None], ...]


def read_header_file(folder: Path) -> tuple[Section, ...]:
    """The sections of the folder's `_headers`, none if there is no such file; raises BadHeaders."""
    path = folder / NAME
    if not path.is_file():
        return ()
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise BadHeaders(f"{path} is no text in UTF-8.") from None
    sections: list[tuple[re.Pattern[str], list[tuple[str, str | None]]]] = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if not line[0].isspace():
            sections.append((_pattern(text, f"{path}, line {number}"), []))
        elif sections:
            sections[-1][1].append(_header(text, f"{path}, line {number}"))
        else:
            raise BadHeaders(f"{path}, line {number}: a header stands before any path; write a line such as /* above it.")
    return tuple(Section(pattern, tuple(found)) for pattern, found in sections)


def headers_for(sections: tuple[Section, ...], path: str) -> list[tuple[str, str]]:
    """The headers of a path without its query, in order; a name may come twice, as Set-Cookie does."""
    found: list[tuple[str, str]] = []
    for section in sections:
        if not section.pattern.fullmatch(path):
            continue
        for name, value in section.lines:
            if value is None:
                found = [pair for pair in found if pair[0].lower() != name.lower()]
            else:
                found.append((name, value))
    return found


def _pattern(text: str, where: str) -> re.Pattern[str]:
    if not text.startswith("/"):
        raise BadHeaders(f"{where}: {text[:60]!r} is no path; begin it with /, and indent the headers below it.")
    parts = _PATTERN.split(text)
    return re.compile("".join({"*": ".*", ":": "[^/]+"}.get(part[:1], re.escape(part)) for part in parts))


def _header(text: str, where: str) -> tuple[str, str | None]:
    taken_back = text.startswith("!")
    name, colon, value = (part.strip() for part in text.lstrip("! ").partition(":"))
    if not _TOKEN.fullmatch(name) or bool(colon) == taken_back:
        raise BadHeaders(f"{where}: {text[:60]!r} is no header; write it as Name: value.")
    if name.lower() in _NOT_THEIRS:
        raise BadHeaders(f"{where}: {name} is what the server says itself; take the line out.")
    return name, None if taken_back else value
