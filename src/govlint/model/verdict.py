"""A rule's answer about one place, in EARL's five words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

PASSED = "passed"
FAILED = "failed"
CANT_TELL = "cantTell"
UNTESTED = "untested"
INAPPLICABLE = "inapplicable"
OUTCOMES = (PASSED, FAILED, CANT_TELL, UNTESTED, INAPPLICABLE)

# From least to most: the worst outcome of a rule on a page is its outcome there.
WORSE = (INAPPLICABLE, PASSED, UNTESTED, CANT_TELL, FAILED)

SEVERITIES = ("minor", "moderate", "serious", "critical")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found.

    `selector` is a CSS selector in a page, a plain phrase such as "row 7" or
    "page 2" in a document, and empty for the thing as a whole. `line` and
    `column` count from 1 in what the server sent. `url` is set where the place
    lies at another address than the one that was judged (rules over a whole site).
    """

    selector: str = ""
    line: int | None = None
    column: int | None = None
    excerpt: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One outcome at one place; `key` names the message, `data` fills its placeholders."""

    outcome: str
    place: Place
    key: str
    data: dict[str, Any] = field(default_factory=dict)


def Passed(at: Place | str, key: str, /, **data: Any) -> Verdict:
    """This place is as the rule asks."""
    return Verdict(PASSED, _place(at), key, data)


def Failed(at: Place | str, key: str, /, **data: Any) -> Verdict:
    """This place is not as the rule asks."""
    return Verdict(FAILED, _place(at), key, data)


def CantTell(at: Place | str, key: str, /, **data: Any) -> Verdict:
    """A person has to look at this place; the message says at what."""
    return Verdict(CANT_TELL, _place(at), key, data)


def worst(outcomes: list[str]) -> str:
    """The one word for several outcomes of a rule on one page."""
    return max(outcomes, key=WORSE.index, default=INAPPLICABLE)


def _place(at: Place | str) -> Place:
    return at if isinstance(at, Place) else Place(at)
