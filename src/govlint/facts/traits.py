"""The traits of an element: what of its attributes counts for the structure of a page.

A value counts unless it is known to hold words, an address or a number that differs between pages made from one
template; of these it counts whether they are there, and what axe-core makes of them: empty, the same again, a
reference to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model.finding import shape
from ..model.url import origin
from .place import attributes

WORDS = frozenset(
    "abbr alt aria-braillelabel aria-brailleroledescription aria-description aria-keyshortcuts aria-label "
    "aria-placeholder aria-roledescription aria-valuetext content datetime download integrity itemid label max min "
    "name nonce pattern placeholder start summary title value".split()
)
ADDRESSES = frozenset("action background cite formaction href longdesc ping poster profile src srcset xlink:href".split())
NUMBERS = frozenset(
    "aria-colcount aria-colindex aria-posinset aria-rowcount aria-rowindex aria-setsize aria-valuemax aria-valuemin "
    "aria-valuenow".split()
)
REFERENCES = frozenset(
    "aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto aria-labelledby "
    "aria-owns for form headers list popovertarget usemap".split()
)
# What these load is part of how a page looks and behaves, so the address counts.
LOADING = frozenset("embed frame iframe object script".split())
LOADING_LINKS = frozenset({"stylesheet", "preload", "modulepreload", "import"})
LANDMARKS = frozenset("aside footer form header main nav section".split())
LANDMARK_ROLES = frozenset("banner complementary contentinfo form main navigation region search".split())
FRAMES = frozenset({"iframe", "frame"})
MEDIA = frozenset("canvas img input source svg video".split())
NAMED_BY_WORDS = frozenset("a dt h1 h2 h3 h4 h5 h6 li".split())  # their ids are made of their words
SMALL, NARROW = 24, 320  # pixels: a target of WCAG 2.5.8, a window of WCAG 1.4.10
METAS = ("viewport", "color-scheme", "theme-color")
_WORD = re.compile(r"[a-z]+(?:[-_][a-z]+)*\Z")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")


class Page:
    """What the traits of one page's elements refer to: the elements by id, and the names that came already."""

    def __init__(self, dom: LexborHTMLParser, base_url: str, url: str) -> None:
        self._base, self._own = base_url, origin(url)
        self._named: dict[str, str] = {}
        self._seen: set[tuple[str, str]] = set()
        for node in dom.css("[id], [name]"):
            written = attributes(node)
            for name in (written.get("id"), written.get("name")):
                if name:
                    self._named.setdefault(name, node.tag or "")

    def traits(self, node: LexborNode) -> tuple[str, ...]:
        """The traits of an element, in the order of their names."""
        written = attributes(node)
        return tuple(sorted(self._traits(node.tag or "", written)))

    def _traits(self, tag: str, written: Mapping[str, str]) -> Iterator[str]:
        for name, value in written.items():
            yield f"{name}={self._trait(tag, name, ' '.join(value.split()), written)}"

    def _trait(self, tag: str, name: str, value: str, written: Mapping[str, str]) -> str:
        if name == "class":
            return " ".join(sorted(set(value.split())))
        if name == "id":
            again = self._again("id", value)
            return again if tag in NAMED_BY_WORDS else f"{again} {shape(value)}"
        if name in ("href", "src", "data") and _loads(tag, written):
            return self._address(value)
        if name in REFERENCES:
            return self._reference(name, value)
        if name in ADDRESSES:
            return self._kind(value)
        if tag == "meta" and name == "content":
            return value if _is_setting(written) else _presence(value)
        if name in ("name", "value") and tag in ("meta", "param"):
            return value.lower() if name == "name" else value
        if name in ("aria-label", "title") and _is_told_apart(tag, written):
            return self._again(f"{name} of {tag} {written.get('role', '')}", value)
        if name == "accesskey":
            return self._again(name, value.lower())
        if name in WORDS:
            return _presence(value)
        if name in NUMBERS or (name in ("width", "height") and tag in MEDIA):
            return _size(value)
        if name.startswith("data-"):
            return value if _WORD.match(value) else _presence(value)
        return value

    def _again(self, kind: str, value: str) -> str:
        if not value:
            return "empty"
        known = (kind, value) in self._seen
        self._seen.add((kind, value))
        return "again" if known else "one"

    def _reference(self, name: str, value: str) -> str:
        found = [self._named.get(part.lstrip("#") if name == "usemap" else part, "nothing") for part in value.split()]
        again = self._again("for", value) if name == "for" else ""
        return f"to {' '.join(found)} {again}" if found else "empty"

    def _kind(self, value: str) -> str:
        if value.startswith("#"):
            return f"to {self._named.get(value[1:], 'nothing')}" if len(value) > 1 else "#"
        scheme, colon, _ = value.partition(":")
        if colon and scheme.isalpha() and scheme.lower() not in ("http", "https"):
            return scheme.lower()
        return "address" if value else "empty"

    def _address(self, value: str) -> str:
        try:
            whole = urljoin(self._base, value)
        except ValueError:
            return value
        return whole.removeprefix(self._own) if whole.startswith(self._own + "/") else whole


def _loads(tag: str, written: Mapping[str, str]) -> bool:
    if tag == "link":
        return not LOADING_LINKS.isdisjoint(written.get("rel", "").lower().split())
    return tag in LOADING


def _is_setting(written: Mapping[str, str]) -> bool:
    return "http-equiv" in written or written.get("name", "").strip().lower() in METAS


def _is_told_apart(tag: str, written: Mapping[str, str]) -> bool:
    """Whether axe-core wants the name of such an element to be another one than that of its like."""
    return tag in LANDMARKS | FRAMES or is_landmark_role(written)


def is_landmark_role(written: Mapping[str, str]) -> bool:
    """Whether the role that is written makes an element a landmark."""
    return not LANDMARK_ROLES.isdisjoint(written.get("role", "").lower().split())


def _presence(value: str) -> str:
    return "words" if value else "empty"


def _size(value: str) -> str:
    if not _NUMBER.match(value):
        return value
    number = float(value)
    return "below zero" if number < 0 else "small" if number < SMALL else "narrow" if number <= NARROW else "wide"
