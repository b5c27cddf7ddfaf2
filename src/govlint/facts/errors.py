"""Errors as the GOV.UK Design System shows them: the summary at the top, the messages beside the fields."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import Inapplicable, fact
from .kin import below, closest, has_class, is_hidden
from .place import attributes, words

CONTROLS = "input:not([type=hidden i]), select, textarea"
PREFIXES = {"error:": "en", "gwall:": "cy"}


@dataclass(frozen=True, slots=True)
class SummaryLink:
    """One link of an error summary; `target` is the id that it points to in this page, else None."""

    node: LexborNode
    text: str
    href: str
    target: str | None


@dataclass(frozen=True, slots=True)
class ErrorSummary:
    """An error summary: the box, its heading, its links."""

    node: LexborNode
    heading: LexborNode | None
    links: tuple[SummaryLink, ...]


@dataclass(frozen=True, slots=True)
class ErrorMessage:
    """A message beside a field.

    `text` is without the prefix; `prefix` is its hidden first word in lower case, empty if there is none;
    `group` is the form group around it, `controls` the fields in that group.
    """

    node: LexborNode
    text: str
    prefix: str
    id: str
    group: LexborNode | None
    controls: tuple[LexborNode, ...]


@fact
def error_summary(dom: LexborHTMLParser) -> ErrorSummary:
    """The first error summary that is shown; a page without one has no such fact."""
    boxes = [node for node in dom.css(".govuk-error-summary") if not is_hidden(node)]
    if not boxes:
        raise Inapplicable("the page shows no error summary")
    box = boxes[0]
    heading = box.css_first(".govuk-error-summary__title") or box.css_first("h1, h2, h3")
    return ErrorSummary(box, heading, tuple(_link(node) for node in box.css("a[href]")))


@fact
def error_messages(dom: LexborHTMLParser) -> tuple[ErrorMessage, ...]:
    """The error messages that are shown beside fields, in order."""
    found = dom.css(".govuk-error-message")
    return tuple(_message(node) for node in found if not _is_counter(node) and not is_hidden(node))


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same to a reader: case, quotes and the final full stop do not count."""
    return _folded(one) == _folded(other)


def _link(node: LexborNode) -> SummaryLink:
    href = attributes(node)["href"].strip()
    return SummaryLink(node, words(node), href, href[1:] if href.startswith("#") else None)


def _message(node: LexborNode) -> ErrorMessage:
    group = closest(node, "govuk-form-group")
    controls = tuple(below(group, CONTROLS)) if group is not None else ()
    hidden = node.css_first(".govuk-visually-hidden")
    prefix = words(hidden).lower() if hidden is not None else ""
    text = words(node)
    if prefix and text.lower().startswith(prefix):
        text = text[len(prefix) :].strip()
    return ErrorMessage(node, text, prefix, attributes(node).get("id", ""), group, controls)


def _is_counter(node: LexborNode) -> bool:
    # The character count's script gives its own message this class while the text is too long.
    return has_class(node, "govuk-character-count__message", "govuk-character-count__status")


def _folded(text: str) -> str:
    plain = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "})
    return re.sub(r"\s+", " ", plain).strip().rstrip(".").lower()
