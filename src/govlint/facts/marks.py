"""Line and column of each start tag, written into the source before it is parsed.

No fast parser keeps places. So each start tag of the served source gets a private
attribute `govlint-at="line:column"`, both counted from 1; comments, CDATA and
raw-text elements are passed over as a browser's tokenizer does.
"""

from __future__ import annotations

import re
from bisect import bisect_right

MARK = "govlint-at"

# Possessive throughout: a hostile page cannot make it go back. A tag that is not ended takes all that follows, as in a browser.
_TOKEN = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z))
      | <!\[CDATA\[.*?(?:\]\]>|\Z)
      | <(?P<tag>[A-Za-z][^\t\n\f\r\ />]*+)
        (?:[\s/]++ | =?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+ | =)*+ (?:>|\Z)""",
    re.VERBOSE | re.DOTALL,
)
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_MARKED = re.compile(rf'\s{MARK}="\d+:\d+"')


def mark(source: str) -> str:
    """The source with each start tag marked; white space and text stay as they are."""
    lines = [0, *(m.end() for m in re.finditer(r"\r\n?|\n", source))]
    pieces: list[str] = []
    done = position = 0
    while (token := _TOKEN.search(source, position)) is not None:
        position = token.end()
        tag = token["tag"]
        if tag is None:
            continue
        line = bisect_right(lines, token.start())
        column = token.start() - lines[line - 1] + 1
        pieces += (source[done : token.end("tag")], f' {MARK}="{line}:{column}"')
        done = token.end("tag")
        name = tag.lower()
        if name == "plaintext":
            break
        if name in _RAW_TEXT:
            position = _end_of_raw_text(source, name, position)
    pieces.append(source[done:])
    return "".join(pieces)


def unmark(html: str) -> str:
    """HTML as it was before marking."""
    return _MARKED.sub("", html)


def _end_of_raw_text(source: str, name: str, position: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, position)
    return end.start() if end else len(source)
