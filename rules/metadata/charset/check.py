"""Read the encoding as a browser does: byte order mark, header, then a meta element near the top."""

import codecs
import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict

NEAR_THE_TOP = 1024  # bytes; HTML Standard, 4.2.5.4
UTF_8 = {"utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8"}
DECLARED = re.compile(rb"<meta\s[^>]*?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def check(html: str, body: bytes, charset: str) -> Iterator[Verdict]:
    found = DECLARED.search(COMMENT.sub(lambda hidden: b" " * len(hidden[0]), body))
    label = found[1].decode("ascii", "replace").lower() if found else ""

    if charset and label and (charset in UTF_8) != (label in UTF_8):
        yield Failed("head", "two", header=charset, label=label)
    elif body.startswith(codecs.BOM_UTF8) or charset in UTF_8:
        yield of_bytes(body)
    elif not (charset or label):
        yield Failed("head", "none")
    elif (charset or label) not in UTF_8:
        yield Failed("head", "other", label=charset or label)
    elif found and found.end() > NEAR_THE_TOP:
        yield Failed("head", "late")
    else:
        yield of_bytes(body)


def of_bytes(body: bytes) -> Verdict:
    """Whether what is declared as UTF-8 is."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return Failed("head", "bytes", place=wrong.start, line=body.count(b"\n", 0, wrong.start) + 1)
    return Passed("head", "utf-8")
