"""What the answer of a server says beside its body."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, NotGathered, fact
from ..evidence.gathering import crowd
from .encodings import FALLBACK, USER_DEFINED, decode, name_of

NO_PAGE = (204, 205)
NEAR_THE_TOP = 1024  # bytes; where browsers look for a meta element
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.DOTALL)
_META = re.compile(rb"<meta[\s/][^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([^\s\"';/>]+)", re.IGNORECASE)


class Headers(Mapping[str, str]):
    """Headers by name, case ignored; a name that came twice is joined by commas, as RFC 9110 has it."""

    def __init__(self, pairs: list[list[str]] | list[tuple[str, str]]) -> None:
        self.pairs = tuple((name.lower(), value) for name, value in pairs)
        self._joined: dict[str, str] = {}
        for name, value in self.pairs:
            self._joined[name] = f"{self._joined[name]}, {value}" if name in self._joined else value

    def __getitem__(self, name: str) -> str:
        return self._joined[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._joined)

    def __len__(self) -> int:
        return len(self._joined)

    def all(self, name: str) -> tuple[str, ...]:
        """Each value of that name as it was sent, for those that must not be joined (Set-Cookie)."""
        return tuple(value for key, value in self.pairs if key == name.lower())


@dataclass(frozen=True, slots=True)
class Cookie:
    """One Set-Cookie header; attributes by lower-case name, "" for those without a value."""

    name: str
    value: str
    attributes: dict[str, str]


@fact
def headers(raw_headers: list[list[str]]) -> Headers:
    """The headers of the final answer."""
    return Headers(raw_headers)


@fact
def media_type(headers: Headers) -> str:
    """The Content-Type without its parameters, lower case; empty if none was sent."""
    return headers.get("content-type", "").split(";")[0].strip().lower()


@fact
def charset(headers: Headers) -> str:
    """The charset parameter of the Content-Type, lower case; empty if none was sent."""
    found = re.search(r"charset\s*=\s*\"?([\w:.-]+)", headers.get("content-type", ""), re.IGNORECASE)
    return found[1].lower() if found else ""


@fact
def set_cookies(headers: Headers) -> tuple[Cookie, ...]:
    """The cookies that the final answer set."""
    found = []
    for line in headers.all("set-cookie"):
        first, *rest = line.split(";")
        name, _, value = first.partition("=")
        pairs = (part.strip().partition("=") for part in rest if part.strip())
        found.append(Cookie(name.strip(), value.strip(), {k.lower(): v for k, _, v in pairs}))
    return tuple(found)


@fact
def encoding(body: bytes, charset: str) -> str:
    """The encoding that a browser reads the body by: byte order mark, header, meta element, else UTF-8 or Windows-1252."""
    for mark, name in MARKS:
        if body.startswith(mark):
            return name
    declared = name_of(charset) or _declared_in(body[:NEAR_THE_TOP])
    if declared:
        return declared
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return FALLBACK
    return "utf-8"


@fact
def text(body: bytes, encoding: str, truncated: str = "") -> str:
    """The whole body as text; what cannot be read is U+FFFD."""
    if truncated:
        raise NotGathered(f"The answer is not here as a whole: {truncated}.")
    return decode(body, encoding).removeprefix("\ufeff")


@fact
def html(text: str, body: bytes, media_type: str, status: int = 200) -> str:
    """The served source of a page, as text."""
    if status in NO_PAGE:
        raise NotGathered(f"The server answered {status}, which brings no page.")
    if too_many := crowd(body):
        raise NotGathered(too_many)
    if media_type and "html" not in media_type:
        raise Inapplicable(f"{media_type} is not a page")
    return text


def _declared_in(start: bytes) -> str:
    """The encoding that a meta element names (HTML Standard, 13.2.3.2); empty if there is none."""
    for tag in _META.findall(_COMMENT.sub(b"", start)):
        found = _CHARSET.search(tag)
        if name := name_of(found[1].decode("ascii", "replace")) if found else "":
            # Whoever can read the element as ASCII is not reading UTF-16.
            return {"utf-16le": "utf-8", "utf-16be": "utf-8", USER_DEFINED: FALLBACK}.get(name, name)
    return ""
