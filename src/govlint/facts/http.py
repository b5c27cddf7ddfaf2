"""What the answer of a server says beside its body."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, fact


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
    """The encoding to read the body by: byte order mark, header, meta element, else UTF-8 or Windows-1252."""
    marks = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
    for mark, name in marks:
        if body.startswith(mark):
            return name
    declared = charset or _declared_in(body[:1024])
    if declared:
        return _python_codec(declared)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


@fact
def text(body: bytes, encoding: str) -> str:
    """The body as text; what cannot be read is U+FFFD."""
    return body.decode(encoding, "replace").removeprefix("\ufeff")


@fact
def html(text: str, role: str, media_type: str) -> str:
    """The served source of a page, as text."""
    if media_type and "html" not in media_type:
        raise Inapplicable(f"{media_type} is not a page")
    return text


def _declared_in(start: bytes) -> str:
    found = re.search(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w:.-]+)", start, re.IGNORECASE)
    return found[1].decode("ascii").lower() if found else ""


def _python_codec(label: str) -> str:
    # The WHATWG Encoding Standard reads these labels as Windows-1252, Python does not.
    if label in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso8859-1"):
        return "cp1252"
    try:
        return codecs.lookup(label).name
    except LookupError:
        return "utf-8"
