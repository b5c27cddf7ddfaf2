"""Which release of GOV.UK Frontend a page uses, as far as its markup tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import Inapplicable, fact
from .place import attributes

OLDEST, NEWEST = 1, 6
# The majors whose examples were published, so that there is something to hold a page against.
LIKELY = range(3, NEWEST + 1)
FILE_NAME = re.compile(r"govuk-frontend-(\d+)\.\d+\.\d+(?:[.-][\w.]+)?\.(?:css|m?js)\b")


@dataclass(frozen=True, slots=True)
class Sign:
    """Something on the page that tells of its release: the majors that it fits, and what it is, in words."""

    at_least: int
    at_most: int
    words: str


@dataclass(frozen=True, slots=True)
class GovukVersion:
    """The major versions that a page may use: those that fit all signs.

    Where signs contradict each other, `contradiction` holds two that do, and `majors` all likely ones, as where there is
    no sign at all.
    """

    majors: tuple[int, ...]
    signs: tuple[Sign, ...] = ()
    contradiction: tuple[Sign, ...] = ()

    @property
    def at_least(self) -> int | None:
        """The oldest major that fits; None where nothing is known."""
        return min(self.majors) if self.signs and not self.contradiction else None

    @property
    def at_most(self) -> int | None:
        """The newest major that fits; None where nothing is known."""
        return max(self.majors) if self.signs and not self.contradiction else None


@fact
def govuk_version(dom: LexborHTMLParser, govuk_classes: dict[str, tuple[LexborNode, ...]]) -> GovukVersion:
    """The release of GOV.UK Frontend in use, by the signs in the markup."""
    signs = tuple(_signs(dom, govuk_classes))
    if not signs:
        return GovukVersion(tuple(LIKELY))
    oldest = max(signs, key=lambda sign: sign.at_least)
    newest = min(signs, key=lambda sign: sign.at_most)
    if oldest.at_least > newest.at_most:
        return GovukVersion(tuple(LIKELY), signs, (oldest, newest))
    return GovukVersion(tuple(range(oldest.at_least, newest.at_most + 1)), signs)


@fact
def govuk_majors(govuk_version: GovukVersion) -> tuple[int, ...]:
    """The major versions that the page may use, in order; a page that does not tell, or tells two things, has no such fact."""
    if govuk_version.at_least is None:
        raise Inapplicable("the page does not tell its version of GOV.UK Frontend")
    return govuk_version.majors


def _signs(dom: LexborHTMLParser, govuk_classes: dict[str, tuple[LexborNode, ...]]) -> Iterator[Sign]:
    for node in dom.css("link[href*=govuk-frontend], script[src*=govuk-frontend]"):
        written = attributes(node)
        named = FILE_NAME.search(written.get("href") or written.get("src") or "")
        if named and OLDEST <= int(named[1]) <= NEWEST:
            yield Sign(int(named[1]), int(named[1]), f"the file {named[0]}")
    yield from _of_script(dom)
    if "govuk-template--rebranded" in govuk_classes:
        yield Sign(5, 5, "the class govuk-template--rebranded")
    if "govuk-header__logotype-crown" in govuk_classes:
        yield Sign(OLDEST, 4, "the crown in the header")
    for node in govuk_classes.get("govuk-header", ()):
        logo = node.css_first(".govuk-header__logo")
        if logo is not None and node.tag == "header":
            yield Sign(OLDEST, 5, "the header element with the class govuk-header")
        elif logo is not None and node.tag == "div" and "govuk-template__header" in govuk_classes:
            yield Sign(6, NEWEST, "the header of the page template")


def _of_script(dom: LexborHTMLParser) -> Iterator[Sign]:
    for node in dom.css("body script:not([src])"):
        text = node.text() or ""
        if "document.body.className" not in text or "js-enabled" not in text:
            continue
        if "govuk-frontend-supported" in text:
            yield Sign(5, NEWEST, "the script that says govuk-frontend-supported")
        else:
            yield Sign(OLDEST, 4, "the script that says js-enabled alone")
