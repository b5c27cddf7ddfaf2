"""Text from pages made safe to print: a page must not steer a terminal, a table or a link."""

from __future__ import annotations

import re
from math import isfinite
from urllib.parse import urlsplit

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0, DEL, C1 (0x9b opens an escape sequence as ESC [ does), marks that turn the direction of
# text (they can hide what a line says), halves of surrogate pairs, and what XML 1.0 forbids.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ADDRESS_LENGTH = 2000


def clean(text: object) -> str:
    """One line of printable text; a character that could do something becomes the replacement character."""
    return _UNSAFE.sub(REPLACEMENT, re.sub(r"\s+", " ", str(text)).strip())


def sound(value: object) -> object:
    """The same data with nothing in it that UTF-8 cannot say; keys of dictionaries become text."""
    if isinstance(value, str):
        return _SURROGATE.sub(REPLACEMENT, value)
    if value is None or isinstance(value, bool | int) or (isinstance(value, float) and isfinite(value)):
        return value
    if isinstance(value, dict):
        return {str(sound(str(key))): sound(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [sound(inner) for inner in value]
    return sound(str(value))


def clip(text: str, length: int) -> str:
    """The text, cut with an ellipsis where it is longer than `length` characters."""
    return text if len(text) <= length else text[: max(length - 1, 0)].rstrip() + "…"


def link(url: str) -> str:
    """The address where it may become a link (http and https with a host), otherwise nothing."""
    address = clean(url)
    if len(address) > _ADDRESS_LENGTH or REPLACEMENT in address:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def origin(url: str) -> str:
    """Scheme, host and port of an address as it was written; empty where it has none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""


def short(url: str, home: str) -> str:
    """An address without `home`, the origin that everybody knows; cleaned."""
    if home and (url == home or url.startswith((home + "/", home + "?"))):
        url = url[len(home) :] or "/"
    return clean(url)
